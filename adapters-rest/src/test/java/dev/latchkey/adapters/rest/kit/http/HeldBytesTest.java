package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldBytesTest {

  private final List<Channel> dropped = new ArrayList<>();
  private final HeldBytes held = new HeldBytes(100, dropped::add);
  private final Channel first = new EmbeddedChannel();
  private final Channel second = new EmbeddedChannel();
  private final Channel third = new EmbeddedChannel();

  @Test
  void theOneThatHasHeldForLongestGoesFirst() {
    held.hold(first, 40);
    held.hold(second, 40);
    held.hold(first, 50);
    assertThat(dropped).isEmpty();
    held.hold(third, 20);
    assertThat(dropped).containsExactly(first);
    held.hold(third, 61);
    assertThat(dropped).containsExactly(first, second);
  }

  @Test
  void whatIsWorkedOnCountsAndStays() {
    held.hold(first, 90);
    held.need(first);
    held.hold(second, 20);
    assertThat(dropped).containsExactly(second);
    held.release(first);
    held.hold(third, 100);
    assertThat(dropped).containsExactly(second);
  }

  @Test
  void whatIsReleasedCountsNoMore() {
    for (int i = 0; i < 10; i++) {
      held.hold(first, 60);
      held.hold(first, 90);
      held.release(first);
      held.release(first);
    }
    assertThat(dropped).isEmpty();
  }

  @Test
  void aClosedConnectionHoldsNothing() {
    held.hold(first, 90);
    var _ = first.close();
    held.hold(first, 95);
    held.hold(second, 90);
    assertThat(dropped).isEmpty();
  }
}

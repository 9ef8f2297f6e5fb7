package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {

  private final List<Drops.What> dropped = new ArrayList<>();
  private final TimeLimits times = new TimeLimits(new HeldBytes(1_000, _ -> {}), (_, what) -> dropped.add(what));
  private final EmbeddedChannel channel = new EmbeddedChannel();

  TimeLimitsTest() {
    channel.freezeTime();
    channel.pipeline().addFirst(times);
  }

  @Test
  void aConnectionThatSendsNothingIsGivenUp() {
    pass(29);
    assertThat(dropped).isEmpty();
    pass(1);
    assertThat(dropped).containsExactly(Drops.What.SLOW_REQUEST);
  }

  @Test
  void aByteEachSecondDoesNotPutOffTheEnd() {
    for (int second = 0; second < 30; second++) {
      assertThat(dropped).as("after %s s", second).isEmpty();
      send("x");
      pass(1);
    }
    assertThat(dropped).containsExactly(Drops.What.SLOW_REQUEST);
  }

  @Test
  void theTimeOfTheNextRequestBeginsWithItsFirstByte() {
    send("GET");
    times.requestArrived();
    pass(60);
    assertThat(dropped).as("a connection on which nothing is asked is kept").isEmpty();

    send("G");
    pass(29);
    assertThat(dropped).isEmpty();
    pass(1);
    assertThat(dropped).containsExactly(Drops.What.SLOW_REQUEST);
  }

  @Test
  void manyRequestsInTimeEachHaveTheirOwnTime() {
    for (int i = 0; i < 20; i++) {
      send("G");
      pass(20);
      times.requestArrived();
    }
    assertThat(dropped).isEmpty();
    send("G");
    pass(30);
    assertThat(dropped).containsExactly(Drops.What.SLOW_REQUEST);
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    channel.releaseInbound();
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runPendingTasks();
  }
}

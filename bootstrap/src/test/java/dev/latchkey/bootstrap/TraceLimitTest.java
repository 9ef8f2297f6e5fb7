package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TraceLimitTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final TraceLimit limit = new TraceLimit(nanos::get);

  @Test
  void oneOfAKindIsAdmittedEachMinute() {
    assertThat(limit.admits("a")).isTrue();
    assertThat(limit.admits("a")).isFalse();
    assertThat(limit.admits("b")).isTrue();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
    assertThat(limit.admits("a")).isFalse();
    nanos.incrementAndGet();
    assertThat(limit.admits("a")).isTrue();
    assertThat(limit.admits("a")).isFalse();
  }

  @Test
  void kindsAreBounded() {
    for (int i = 0; i < TraceLimit.MOST_KINDS; i++) {
      assertThat(limit.admits("kind " + i)).isTrue();
    }
    assertThat(limit.admits("one more")).isFalse();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(limit.admits("one more")).isTrue();
  }
}

package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

  private final DatabaseWatch watch = new DatabaseWatch();
  private final AtomicInteger aborted = new AtomicInteger();
  private final Connection connection = (Connection) Proxy.newProxyInstance(
      getClass().getClassLoader(), new Class<?>[]{Connection.class}, (_, method, _) -> {
        assertThat(method.getName()).isEqualTo("abort");
        aborted.incrementAndGet();
        return null;
      });

  @Test
  void workOnADatabaseThatDoesNotAnswerIsAborted() {
    watch.query();
    during(DatabaseWatch.TICKS_IN_SILENCE);
    assertThat(aborted).hasValue(0);
    during(DatabaseWatch.TICKS_IN_SILENCE);
    assertThat(aborted).hasValue(1);
  }

  @Test
  void longWorkOnADatabaseThatAnswersOthersGoesOn() {
    watch.during(connection, () -> {
      for (int look = 0; look < 100; look++) {
        watch.query();
        tick(DatabaseWatch.TICKS_IN_SILENCE - 1);
        watch.ended(true);
        tick(1);
      }
      return 0;
    });
    assertThat(aborted).hasValue(0);
  }

  @Test
  void theSilenceGoesOnFromOneLookToTheNext() {
    watch.query();
    tick(DatabaseWatch.TICKS_IN_SILENCE + 1);
    watch.ended(false);
    tick(2);
    watch.query();
    during(DatabaseWatch.TICKS_IN_SILENCE);
    assertThat(aborted).hasValue(1);
  }

  @Test
  void aDatabaseThatRefusesImmediatelyIsNotSilent() {
    watch.during(connection, () -> {
      for (int look = 0; look < 100; look++) {
        watch.query();
        tick(1);
        watch.ended(false);
        tick(1);
      }
      return 0;
    });
    assertThat(aborted).hasValue(0);
  }

  @Test
  void anAnswerEndsTheSilence() {
    watch.query();
    tick(DatabaseWatch.TICKS_IN_SILENCE + 1);
    watch.ended(true);
    during(3 * DatabaseWatch.TICKS_IN_SILENCE);
    assertThat(aborted).hasValue(0);
  }

  private void during(int ticks) {
    watch.during(connection, () -> {
      tick(ticks);
      return 0;
    });
  }

  private void tick(int times) {
    for (int i = 0; i < times; i++) {
      watch.tick();
    }
  }
}

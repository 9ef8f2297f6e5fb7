package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a database is down each failed request is one line in the log, and the first of a kind has its trace. */
class LimitedTracesTest {

  private final LoggerContext context = new LoggerContext();
  private final Logger log = context.getLogger("failures");
  private final ListAppender<ILoggingEvent> written = new ListAppender<>();

  @BeforeEach
  void limit() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    LimitedTraces limited = new LimitedTraces();
    limited.setContext(context);
    written.start();
    limited.addAppender(written);
    limited.start();
    log.addAppender(limited);
  }

  @Test
  void aFailureOfAKindHasItsTraceOnceAndIsOneLineFromThenOn() {
    double leftOut = LimitedTraces.leftOut();
    for (int request = 1; request <= 3; request++) {
      log.warn("Request {} is answered with 503", request, unreachable("no route\n\tto the host"));
    }

    List<ILoggingEvent> events = written.list;
    assertThat(events).extracting(event -> event.getThrowableProxy() != null).containsExactly(true, false, false);
    assertThat(events.getLast().getFormattedMessage()).isEqualTo(
        "Request 3 is answered with 503 (java.lang.IllegalStateException: unavailable, caused by"
            + " java.sql.SQLException: no route to the host)");
    assertThat(events.getLast().getLevel()).isEqualTo(Level.WARN);
    assertThat(events.getLast().getLoggerName()).isEqualTo("failures");
    assertThat(LimitedTraces.leftOut() - leftOut).isEqualTo(2);
  }

  @Test
  void anotherKindHasATraceOfItsOwn() {
    log.warn("one", unreachable("gone"));
    log.warn("another", new IllegalArgumentException("a bug"));
    log.info("no failure");

    assertThat(written.list).extracting(event -> event.getThrowableProxy() != null)
        .containsExactly(true, true, false);
    assertThat(written.list.getLast().getFormattedMessage()).isEqualTo("no failure");
  }

  private static RuntimeException unreachable(String message) {
    return new IllegalStateException("unavailable", new SQLException(message));
  }
}

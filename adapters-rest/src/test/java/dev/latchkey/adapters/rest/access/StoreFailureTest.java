package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoreFailureTest {

  private final StoreUnavailable failure = new StoreUnavailable(new IllegalStateException("no route to the host"));
  private final StoreFailure answers = new StoreFailure();

  @Test
  void aRequestThatTheStoreFailsIsLoggedOnceWithItsIdAndItsCode() {
    assertThat(linesOfRequests(() -> answers.handle(HttpRequest.GET("/"), failure)))
        .matches("(?s).*Request \\S+ is answered with store_unavailable\\s*");
    assertThat(linesOfRequests(() -> answers.whileChecking(HttpRequest.GET("/"), failure)))
        .matches("(?s).*Request \\S+ is answered with verification_unavailable\\s*");
  }

  /** What is logged but for stack traces, which have a limit of their own. */
  private static String linesOfRequests(Runnable work) {
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    String lines = logged.toString(StandardCharsets.UTF_8).lines()
        .filter(line -> line.contains("Request "))
        .reduce("", (all, line) -> all + line + "\n");
    assertThat(lines.lines()).as(lines).hasSize(1);
    return lines;
  }
}

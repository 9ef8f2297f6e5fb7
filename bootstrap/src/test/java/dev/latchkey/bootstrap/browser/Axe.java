package dev.latchkey.bootstrap.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks in a page for what keeps people out. */
final class Axe {

  private static final String SCRIPT = read();

  private Axe() {}

  /** What it found in the page as it is now, each with the places. */
  static List<?> violations(Page page) {
    if (!(Boolean) page.evaluate("'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return (List<?>) page.evaluate(
        "async () => (await axe.run()).violations.map("
            + "found => found.id + ': ' + found.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '))");
  }

  private static String read() {
    try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

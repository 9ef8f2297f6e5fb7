package dev.latchkey.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreReportTest {

  private static final StoreReport REPORT = new StoreReport(
      StoreCommand.CHECK,
      List.of(
          new Sound("settings", "They are valid."),
          new Faulty("database", "No server \"db\" answers.", "See whether it runs."),
          new Faulty("peppers", "They differ.", "")));

  @Test
  void remedyHasALineOfItsOwnBelowTheFault() {
    assertThat(REPORT.isSound()).isFalse();
    assertThat(REPORT.text().lines()).containsExactly(
        "ok     settings    They are valid.",
        "FAULT  database    No server \"db\" answers.",
        "       remedy      See whether it runs.",
        "FAULT  peppers     They differ.");
  }

  @Test
  void remedyIsAMemberOfTheJsonObject() {
    assertThat(REPORT.json()).isEqualTo(
        """
            {"command":"check","ok":false,"findings":[{"subject":"settings","ok":true,"detail":"They are valid."},\
            {"subject":"database","ok":false,"detail":"No server \\"db\\" answers.","remedy":"See whether it runs."},\
            {"subject":"peppers","ok":false,"detail":"They differ.","remedy":""}]}
            """);
  }
}

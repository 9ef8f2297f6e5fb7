package dev.latchkey.adapters.rest.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.CheckOutcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepTextTest {

  @Test
  void everyReasonHasItsOwnSentence() {
    assertThat(Stream.of(CheckOutcome.Reason.values()).map(StepText::because))
        .allMatch(text -> text.matches("[A-Z].{10,}\\."))
        .doesNotHaveDuplicates();
  }
}

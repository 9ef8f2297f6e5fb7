package dev.latchkey.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.StoreFinding.Faulty;
import org.junit.jupiter.api.Test;

class StoreFindingTest {

  @Test
  void textOfAFaultHasItsRemedyIfThereIsOne() {
    assertThat(new Faulty("schema", "It is old.", "Migrate it.").text()).isEqualTo("It is old. Migrate it.");
    assertThat(new Faulty("settings", "It is wrong.", "").text()).isEqualTo("It is wrong.");
  }
}

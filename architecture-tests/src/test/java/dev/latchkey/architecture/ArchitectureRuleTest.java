package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A rule of the house as a rule of ArchUnit, for whoever mounts it with other tools. */
class ArchitectureRuleTest {

  private final Fixture clean = Fixture.clean();
  private final ArchitectureRule rule = clean.house().layoutRules().everyClassHasAHome();

  @Test
  void itCannotBeMadeToPassOverAnEmptyPackage() {
    assertThatThrownBy(() -> rule.allowEmptyShould(true)).isInstanceOf(UnsupportedOperationException.class);
    assertThat(rule.allowEmptyShould(false)).isEqualTo(rule);
  }

  @Test
  void anotherReasonOrDescriptionLeavesTheLawAsItIs() {
    assertThat(rule.because("we said so").getDescription()).contains("because we said so");
    assertThat(rule.as("vagrancy").getDescription()).contains("forbids vagrancy");
    assertThat(rule.because("we said so").as("vagrancy").evaluate(clean.classes()).hasViolation()).isFalse();
  }

  @Test
  void aHouseWithAnotherRootIsAnotherHouse() {
    var elsewhere = new Hexagon("dev.latchkey.nowhere").layoutRules().everyClassHasAHome();

    assertThatThrownBy(() -> elsewhere.check(clean.classes()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.latchkey.nowhere.domain");
  }
}

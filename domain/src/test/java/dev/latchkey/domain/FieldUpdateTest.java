package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldUpdateTest {

  @Test
  void aFieldThatIsNotNamedStays() {
    assertThat(FieldUpdate.<String>keep().of("before")).isEqualTo("before");
  }

  @Test
  void aFieldThatIsNamedIsSet() {
    assertThat(FieldUpdate.to("after").of("before")).isEqualTo("after");
  }

  @Test
  void anEditPutOtherwiseStillKeepsOrSets() {
    assertThat(FieldUpdate.<String>keep().map(String::length)).isEqualTo(FieldUpdate.keep());
    assertThat(FieldUpdate.to("after").map(String::length)).isEqualTo(FieldUpdate.to(5));
  }

  @Test
  void aFieldThatIsNamedWithNothingIsCleared() {
    assertThat(FieldUpdate.to(Optional.<String>empty()).of(Optional.of("before"))).isEmpty();
  }
}

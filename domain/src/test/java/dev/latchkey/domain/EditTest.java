package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditTest {

  @Test
  void aFieldThatIsNotNamedStays() {
    assertThat(Edit.<String>keep().of("before")).isEqualTo("before");
  }

  @Test
  void aFieldThatIsNamedIsSet() {
    assertThat(Edit.to("after").of("before")).isEqualTo("after");
  }

  @Test
  void anEditPutOtherwiseStillKeepsOrSets() {
    assertThat(Edit.<String>keep().map(String::length)).isEqualTo(Edit.keep());
    assertThat(Edit.to("after").map(String::length)).isEqualTo(Edit.to(5));
  }

  @Test
  void aFieldThatIsNamedWithNothingIsCleared() {
    assertThat(Edit.to(Optional.<String>empty()).of(Optional.of("before"))).isEmpty();
  }
}

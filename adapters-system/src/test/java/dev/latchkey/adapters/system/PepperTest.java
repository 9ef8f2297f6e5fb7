package dev.latchkey.adapters.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PepperTest {

  private static final String BASE64 = Base64.getEncoder()
      .encodeToString("a pepper with thirty-two bytes..".getBytes(UTF_8));

  @Test
  void theFirstPepperOfTheListIsTheCurrentOne() {
    List<Pepper> peppers = Pepper.listOf("2:" + BASE64 + ", 1:" + BASE64);

    assertThat(peppers).extracting(Pepper::version).containsExactly("2", "1");
    assertThat(peppers.getFirst().bytes()).isEqualTo("a pepper with thirty-two bytes..".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1:", "1:AAAA", ":AAAA", "1:not base64!", "a version that is too long:AAAA"})
  void anUnsoundPepperIsRefusedWithoutBeingRepeated(String unsound) {
    assertThatThrownBy(() -> Pepper.listOf(unsound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("AAAA")
        .hasMessageNotContaining("not base64!");
  }

  @Test
  void aVersionThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> Pepper.listOf("1:" + BASE64 + ",1:" + BASE64)).hasMessageContaining("twice");
  }

  @Test
  void aPepperIsNotShown() {
    assertThat(Pepper.listOf("1:" + BASE64).getFirst().toString()).isEqualTo("Pepper[1]");
  }
}

package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  private static final String KEY = "\ud83d\udd11";

  @Test
  void whiteSpaceAroundWhatSomebodyTypedIsNotPartOfTheName() {
    assertThat(Name.of(" \t Till \u2003")).contains(new Name("Till"));
  }

  @Test
  void whiteSpaceInsideStays() {
    assertThat(Name.of("Till  2")).contains(new Name("Till  2"));
  }

  @Test
  void caseAndAccentsAndEmojiStayAsTheyAre() {
    for (String text : new String[]{"TILL", "till", "caf\u00e9", "cafe\u0301", KEY}) {
      assertThat(Name.of(text).orElseThrow().value()).isEqualTo(text);
    }
  }

  @Test
  void aHundredCharactersFitAndOneMoreDoesNotHoweverManyBytesTheyTake() {
    assertThat(Name.of(KEY.repeat(100))).isPresent();
    assertThat(Name.of(KEY.repeat(101))).isEmpty();
    assertThat(Name.of("x".repeat(100))).isPresent();
    assertThat(Name.of("x".repeat(101))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "a\nb", "a\u0000b", "a\u007fb", "a\u0085b", "a\ud83d", "\udd11a"})
  void whatIsEmptyOrCannotBePrintedIsNoName(String text) {
    assertThat(Name.of(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Name(text));
  }

  @Test
  void aNameIsNeverMadeWithWhiteSpaceAroundIt() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Name(" Till"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Name("Till "));
  }

  @Test
  void aNameIsShownAsItIs() {
    assertThat(new Name("Till")).hasToString("Till");
  }
}

package dev.latchkey.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @Test
  void whatSomebodyTypedIsReadInLowerCaseWithoutTheWhiteSpaceAroundIt() {
    assertThat(Email.of(" Ada@Shop.Example\t")).contains(new Email("ada@shop.example"));
  }

  @Test
  void anAccentStays() {
    assertThat(Email.of("jos\u00e9@shop.example").orElseThrow().value()).isEqualTo("jos\u00e9@shop.example");
  }

  @Test
  void anEmailHasAtMost254Characters() {
    String domain = "@shop.example";

    assertThat(Email.of("x".repeat(254 - domain.length()) + domain)).isPresent();
    assertThat(Email.of("x".repeat(255 - domain.length()) + domain)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "ada", "ada@", "@shop", "a@b@c", "a b@c", "a@b c", "a\u0000@b", "a@b\u007f",
      "a\u2003@b"})
  void whatIsNoEmailIsRefused(String text) {
    assertThat(Email.of(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Email(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200bda@shop.example", "ada@shop\u00ad.example", "ada@shop.example\ufeff",
      "\u202eada@shop.example"})
  void aNewEmailWithAHiddenCharacterIsRefusedAndThatOfAMemberIsRead(String text) {
    assertThat(Email.ofNew(text)).isEmpty();
    assertThat(Email.of(text)).contains(new Email(text));
  }

  @Test
  void aNewEmailIsReadLikeAnyOther() {
    assertThat(Email.ofNew(" Ada@Shop.Example\t")).contains(new Email("ada@shop.example"));
    assertThat(Email.ofNew("ada")).isEmpty();
  }

  @Test
  void anEmailInUpperCaseIsABugOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Email("Ada@shop.example"));
  }

  @Test
  void aPasswordThatWasChosenCanAlsoBePresented() {
    assertThat(Password.presented("\ud83d\udd11".repeat(256))).isPresent();
    assertThat(Password.presented("x")).isPresent();
    assertThat(Password.presented("")).isEmpty();
    assertThat(Password.presented("x".repeat(513))).isEmpty();
  }
}

package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(ints = {
      0x0, 0x9, 0xA, 0x7F, 0x85, 0xAD, 0x34F, 0x378, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180E, 0x180F,
      0x200B,
      0x200D, 0x2028, 0x2029, 0x202E, 0x2800, 0x3164, 0xD83D, 0xDD11, 0xFDD0, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFF,
      0x13441,
      0x13442, 0x1D159, 0xE0067, 0xE0100, 0xE01EF})
  void hiddenCharacterIsNotShownAndHasNoInk(int character) {
    assertThat(VisibleText.isHidden(character)).isTrue();
    assertThat(VisibleText.isShown(character)).isFalse();
    assertThat(VisibleText.hasInk(character)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {' ', 0xA0, 0x2003, 0x202F, 0x3000, 0xE000})
  void spaceAndPrivateUseAreNeitherHiddenNorShown(int character) {
    assertThat(VisibleText.isHidden(character)).isFalse();
    assertThat(VisibleText.isShown(character)).isFalse();
    assertThat(VisibleText.hasInk(character)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x301, 0x903, 0x20DD})
  void markIsShownBesideALetterAndHasNoInkOfItsOwn(int character) {
    assertThat(VisibleText.isHidden(character)).isFalse();
    assertThat(VisibleText.isShown(character)).isTrue();
    assertThat(VisibleText.hasInk(character)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {'a', '1', '-', '+', 0xE9, 0x661, 0x180A, 0x1810, 0x20AC, 0xFDFF, 0xFE10, 0x1F511, 0x1D158,
      0x13443})
  void letterDigitPunctuationAndSymbolHaveInk(int character) {
    assertThat(VisibleText.isHidden(character)).isFalse();
    assertThat(VisibleText.isShown(character)).isTrue();
    assertThat(VisibleText.hasInk(character)).isTrue();
  }

  @Test
  void inkIsWhatIsLeftWithoutAllElse() {
    assertThat(VisibleText.ink(" a\u00a0\u2800b\u0301\ud83d\udd11\u200b ")).isEqualTo("ab\ud83d\udd11");
    assertThat(VisibleText.ink("")).isEmpty();
  }
}

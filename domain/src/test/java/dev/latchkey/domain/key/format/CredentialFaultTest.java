package dev.latchkey.domain.key.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFaultTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '!', value = {
      "lk_live_3fK9\u2026a1B2|MASKED",
      "lk_live_3fK9...a1B2|MASKED",
      "lk_live_****|MASKED",
      "\ufefflk_live_1|INVISIBLE",
      "lk_live_1\u200b|INVISIBLE",
      "lk_live_\u00a01|INVISIBLE",
      "\"lk_live_1|QUOTED",
      "lk_live_1\"|QUOTED",
      "\u201clk_live_1\u201d|QUOTED",
      "<lk_live_1|BRACKETED",
      "lk_live_1<|BRACKETED",
      "{lk_live_1}|BRACKETED",
      ",lk_live_1|COMMA",
      "lk_live_1,|COMMA",
      ";lk_live_1|SEMICOLON",
      "lk_live_1;|SEMICOLON",
      "lk_live_1%0A|PERCENT_ENCODED",
      "\\nlk_live_1|ESCAPED",
      "lk_live_1\\n|ESCAPED",
      "l\u043a_live_1|NOT_ASCII"})
  void whatCopyingLeavesAroundAKeyIsNamed(String text, CredentialFault fault) {
    assertThat(CredentialFault.seenIn(text)).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lk_live_1", "lk_live_1~", "a,b;c", "a\"b<c", "100%"})
  void textOfVisibleAsciiWithoutSuchCharactersHasNoFault(String text) {
    assertThat(CredentialFault.seenIn(text)).isEmpty();
  }

  @Test
  void aSeparatorIsFoundAnywhereAndACommaFirst() {
    assertThat(CredentialFault.separatorIn(",a")).contains(CredentialFault.COMMA);
    assertThat(CredentialFault.separatorIn(";a,b")).contains(CredentialFault.COMMA);
    assertThat(CredentialFault.separatorIn(";a")).contains(CredentialFault.SEMICOLON);
    assertThat(CredentialFault.separatorIn("a;b")).contains(CredentialFault.SEMICOLON);
    assertThat(CredentialFault.separatorIn("a b")).isEmpty();
  }
}

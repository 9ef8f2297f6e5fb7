package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.key.format.CredentialFault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

  private static PresentedCredentials read(String... values) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    for (String value : values) {
      request.getHeaders().add(HttpHeaders.AUTHORIZATION, value);
    }
    return BearerHeader.read(request.getHeaders());
  }

  @Test
  void withoutTheHeaderThereAreNoCredentials() {
    assertThat(read()).isEqualTo(new PresentedCredentials.Missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER abc", "bEaReR abc"})
  void theSchemeIsTakenInAnyCase(String value) {
    assertThat(read(value)).isInstanceOf(PresentedCredentials.Bearer.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '^', textBlock = """
      |EMPTY
      abc|NO_SCHEME
      lk_live_abc|NO_SCHEME
      Basic abc|SCHEME
      Token abc|SCHEME
      Digest a=b, c=d|SCHEME
      ApiKey lk_live_abc|SCHEME
      Authorization: Bearer abc|NAME_REPEATED
      "Bearer abc"|QUOTED
      Bearerabc|NO_SPACE
      Bearer\tabc|TAB
      Bearer:abc|COLON
      Bearer: abc|COLON
      Bearer=abc|COLON
      Bearer|NO_TOKEN
      Bearer |NO_TOKEN
      bearer   |NO_TOKEN
      Bearer  abc|EXTRA_SPACE
      Bearer Bearer abc|BEARER_TWICE
      Bearer bearer  abc|BEARER_TWICE
      Bearer Bearer: abc|BEARER_TWICE
      Bearer a bc|INNER_SPACE
      Bearer abc |INNER_SPACE
      Bearer  a bc|INNER_SPACE
      Bearer \tabc|TAB
      Bearer a\tbc|TAB
      Bearer abc\t|TAB
      Bearer abc, Bearer abc|COMMA
      Bearer abc , x|COMMA
      Bearer abc; Bearer abc|SEMICOLON
      Bearer abc ; x|SEMICOLON
      Bearer "abc def"|QUOTED
      Bearer lk_live_3fK9 ... a1B2|MASKED
      """)
  void eachFaultIsNamed(String value, CredentialFault fault) {
    assertThat(read(value == null ? "" : value)).isEqualTo(new PresentedCredentials.Malformed(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFFBearer abc", "\u200BBearer abc", "Bearer\u00A0abc", "Bearer\uFEFF abc"})
  void anInvisibleCharacterBeforeOrAfterTheSchemeIsNamed(String value) {
    assertThat(read(sentAsUtf8(value))).isEqualTo(new PresentedCredentials.Malformed(CredentialFault.INVISIBLE));
  }

  @ParameterizedTest
  @CsvSource({"lk_live_3fK9\u2026a1B2, MASKED", "\uFEFFabc, INVISIBLE", "\u201Cabc\u201D, QUOTED",
      "\u0430bc, NOT_ASCII"})
  void whatIsSentInUtf8IsReadAsSuch(String token, CredentialFault fault) {
    assertThat(read(sentAsUtf8("Bearer " + token)))
        .isInstanceOfSatisfying(
            PresentedCredentials.Bearer.class, bearer -> assertThat(bearer.key().fault()).contains(fault));
  }

  @Test
  void whatIsSentInTheCodePageOfWindowsIsReadAsSuch() {
    assertThat(read("Bearer lk_live_3fK9\u0085a1B2"))
        .isInstanceOfSatisfying(
            PresentedCredentials.Bearer.class,
            bearer -> assertThat(bearer.key().fault()).contains(CredentialFault.MASKED));
  }

  @ParameterizedTest
  @CsvSource({"'abc\n', LINE_BREAK", "'abc\r\n', LINE_BREAK", "'\nabc', LINE_BREAK", "'\rabc', LINE_BREAK",
      "'\tabc', TAB", "'Bearer abc', BEARER_TWICE", "' abc', EXTRA_SPACE"})
  void aTokenThatComesInABodyIsReadAlike(String token, CredentialFault fault) {
    assertThat(BearerHeader.bearing(token)).isEqualTo(new PresentedCredentials.Malformed(fault));
  }

  /** As the server gives it: each byte as a character. */
  private static String sentAsUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void twoHeadersAreRefusedAlsoIfTheyAreEqual() {
    assertThat(read("Bearer abc", "Bearer abc")).isEqualTo(new PresentedCredentials.Malformed(CredentialFault.SEVERAL));
  }

  @Test
  void aHeaderHasAtMost512Characters() {
    String longest = "Bearer " + "x".repeat(505);
    assertThat(read(longest)).isInstanceOf(PresentedCredentials.Bearer.class);
    assertThat(read(longest + "x")).isEqualTo(new PresentedCredentials.Malformed(CredentialFault.TOO_LONG));
  }

  @Test
  void aTokenOfABodyHasAtMostTheCharactersThatFitIntoTheHeader() {
    String longest = "x".repeat(505);
    assertThat(BearerHeader.bearing(longest)).isInstanceOf(PresentedCredentials.Bearer.class);
    assertThat(BearerHeader.bearing(longest + "x"))
        .isEqualTo(new PresentedCredentials.Malformed(CredentialFault.TOO_LONG));
  }
}

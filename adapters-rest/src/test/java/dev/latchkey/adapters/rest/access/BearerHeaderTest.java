package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.CredentialFault;
import dev.latchkey.domain.access.Credentials;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

  private static Credentials read(String... values) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    for (String value : values) {
      request.getHeaders().add(HttpHeaders.AUTHORIZATION, value);
    }
    return BearerHeader.read(request.getHeaders());
  }

  @Test
  void withoutTheHeaderThereAreNoCredentials() {
    assertThat(read()).isEqualTo(new Credentials.Missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER abc", "bEaReR abc"})
  void theSchemeIsTakenInAnyCase(String value) {
    assertThat(read(value)).isInstanceOf(Credentials.Bearer.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
      |SCHEME
      abc|SCHEME
      Basic abc|SCHEME
      Bearerabc|SCHEME
      Bearer\tabc|SCHEME
      Bearer=abc|SCHEME
      Bearer|NO_TOKEN
      Bearer |NO_TOKEN
      bearer   |NO_TOKEN
      Bearer  abc|INNER_SPACE
      Bearer a bc|INNER_SPACE
      Bearer abc |INNER_SPACE
      Bearer a\tbc|INNER_SPACE
      Bearer abc, Bearer abc|INNER_SPACE
      """)
  void eachFaultIsNamed(String value, CredentialFault fault) {
    assertThat(read(value == null ? "" : value)).isEqualTo(new Credentials.Malformed(fault));
  }

  @Test
  void twoHeadersAreRefusedAlsoIfTheyAreEqual() {
    assertThat(read("Bearer abc", "Bearer abc")).isEqualTo(new Credentials.Malformed(CredentialFault.SEVERAL));
  }

  @Test
  void aHeaderHasAtMost512Characters() {
    String longest = "Bearer " + "x".repeat(505);
    assertThat(read(longest)).isInstanceOf(Credentials.Bearer.class);
    assertThat(read(longest + "x")).isEqualTo(new Credentials.Malformed(CredentialFault.TOO_LONG));
  }
}

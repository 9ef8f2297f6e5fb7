package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

  @ParameterizedTest
  @CsvSource({
      "https://app.example.com, https://app.example.com", "HTTPS://App.Example.com:443, https://app.example.com",
      "http://localhost:3000, http://localhost:3000", "http://localhost:80, http://localhost",
      "http://[::1]:8080, http://[::1]:8080", "https://10.0.0.1:80, https://10.0.0.1:80"
  })
  void originIsKeptAsBrowsersSendIt(String text, String origin) {
    assertThat(AllowedOrigins.listOf(text).all()).containsExactly(origin);
  }

  @Test
  void listHasCommasBetweenTheOrigins() {
    assertThat(AllowedOrigins.listOf("https://a.example , http://b.example:81").all())
        .containsExactlyInAnyOrder("https://a.example", "http://b.example:81");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "*", "null", "app.example.com", "https://", "https://app.example.com/", "https://app.example.com/path",
      "https://*.example.com", "https://a.example?x", "https://a.example#x", "https://u@a.example", "ftp://a.example",
      "https://a.example:0", "https://a.example:65536", "https://a.example,", "https://a b.example", "file:///",
      "https://a_b.example"
  })
  void whatIsNotAnOriginIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AllowedOrigins.listOf(text))
        .withMessageContaining("is not an origin. Write it as https://HOST");
  }
}

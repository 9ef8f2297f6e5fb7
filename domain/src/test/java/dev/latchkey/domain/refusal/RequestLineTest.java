package dev.latchkey.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLineTest {

  @Test
  void aShortLineIsNotedAsItIs() {
    assertThat(RequestLine.of("GET", "/a/b")).isEqualTo(new RequestLine("GET", "/a/b"));
    assertThat(RequestLine.of("M".repeat(20), "p".repeat(512)))
        .isEqualTo(new RequestLine("M".repeat(20), "p".repeat(512)));
  }

  @Test
  void theQueryIsCutOff() {
    assertThat(RequestLine.of("GET", "/a?b=c?d")).isEqualTo(new RequestLine("GET", "/a"));
    assertThat(RequestLine.of("GET", "?b")).isEqualTo(new RequestLine("GET", ""));
  }

  @Test
  void bothAreCutToTheirLength() {
    assertThat(RequestLine.of("M".repeat(21), "/" + "p".repeat(512)))
        .isEqualTo(new RequestLine("M".repeat(20), "/" + "p".repeat(511)));
  }
}

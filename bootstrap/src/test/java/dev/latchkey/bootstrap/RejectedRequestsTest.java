package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are malformed, too large or compressed are rejected, and what follows them is not misread. */
class RejectedRequestsTest extends HttpConversation {

  @Test
  void aBodyThatBreaksOffIsNotTakenForAWholeOne() throws IOException {
    String number = number();
    String whole = head("POST", leads, credentials, JSON, "Transfer-Encoding: chunked")
        + chunk("{\"phone_number\":\"%s\"}".formatted(number), "");
    String after = head("POST", leads, credentials, JSON, "Content-Length: " + lead().length()) + lead();
    for (String wrong : List.of("zz\r\n", "-1\r\n", "\r\n\r\n")) {
      try (KeptConnection connection = connect()) {
        connection.send(whole + wrong + after);
        connection.answer().isProblem(400, "request_malformed");
        assertThat(connection.isClosedByTheServer()).isTrue();
      }
    }
    try (KeptConnection connection = connect()) {
      connection.send(whole);
    }
    assertThat(ask("GET", leads + "?limit=100", "", credentials).body()).doesNotContain(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Content-Length: 31\r\nContent-Length: 30", "Content-Length: 31\r\nContent-Length: 31", "Content-Length: 31, 31",
      "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
      "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity",
      "Transfer-Encoding:", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      "Transfer-Encoding: gzip, chunked", "Content-Length: -1", "Content-Length: +31", "Content-Length:",
      "Content-Length: 99999999999999999999", "Transfer-Encoding : chunked", "Host: second"
  })
  void aRequestWhoseEndCannotBeToldIsRefusedAndNothingBehindItIsRead(String framing) throws IOException {
    String number = number();
    String hidden = "{\"phone_number\":\"%s\"}".formatted(number);
    try (KeptConnection connection = connect()) {
      connection.send(
          head("POST", leads, credentials, JSON, framing) + "0\r\n\r\n"
              + head("POST", leads, credentials, JSON, "Content-Length: " + hidden.length()) + hidden);
      connection.answer().isProblem(400, "request_malformed");
      assertThat(connection.isClosedByTheServer()).isTrue();
    }
    assertThat(ask("GET", leads + "?limit=100", "", credentials).body()).doesNotContain(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "GET /version HTTP/1.1\r\n\r\n", "GET /version HTTP/3.7\r\nHost: x\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "nonsense\r\n\r\n", "GET /version HTTP/1.1\r\nHost: x\r\nX-A: b\u0000c\r\n\r\n"
  })
  void whatIsNotHttpIsRefusedAndTheConnectionClosed(String request) throws IOException {
    try (KeptConnection connection = connect()) {
      connection.send(request);
      connection.answer().isProblem(400, "request_malformed");
      assertThat(connection.isClosedByTheServer()).isTrue();
    }
  }

  @Test
  void answersBeforeTheEndOfAConnectionArriveWhateverComesBehindThem() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (KeptConnection connection = connect()) {
        connection.sendAsFarAsItIsRead(head("GET", "/openapi.yaml") + "nonsense\r\n\r\n" + "x".repeat(200_000));
        connection.unchecked().isStatus(200);
        connection.unchecked().isProblem(400, "request_malformed");
        assertThat(connection.isClosedByTheServer()).isTrue();
      }
    }
  }

  @Test
  void requestsBehindAWrongAddressAreServed() throws IOException {
    try (KeptConnection connection = connect()) {
      connection.send(head("GET", "/version?a=%zz") + head("GET", "/version"));
      connection.answer().isProblem(400, "request_malformed");
      connection.answer().isStatus(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"3989, 200", "3990, 414", "60000, 414", "300000, 414"})
  void anAddressThatIsTooLongIsToldSo(int length, int status) throws IOException {
    Answer answer = ask("GET", "/version?x=" + "x".repeat(length), "", credentials);
    if (status == 200) {
      answer.isStatus(200);
    } else {
      answer.isProblem(status, "uri_too_long");
    }
  }

  @ParameterizedTest
  @CsvSource({"60000, 200", "70000, 431", "300000, 431"})
  void headersThatAreTooLargeAreToldSo(int length, int status) throws IOException {
    Answer answer = ask("GET", WHOAMI, "", credentials, "X-Long: " + "x".repeat(length));
    if (status == 200) {
      answer.isStatus(200);
    } else {
      answer.isProblem(status, "headers_too_large");
    }
  }

  @Test
  void packedBodyIsRefusedOnEveryRoute() throws IOException {
    for (String path : List.of(leads, "/en/x/sign-in", "/nowhere", "/version", "/")) {
      for (String coding : List.of("gzip", "deflate", "br", "gzip, identity", "identity\r\nContent-Encoding: x-gzip")) {
        ask("POST", path, lead(), credentials, JSON, "Content-Encoding: " + coding)
            .isProblem(415, "unsupported_content_encoding");
      }
    }
    ask("POST", leads, lead(), credentials, JSON, "Content-Encoding: Identity").isStatus(201);
  }
}

package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A running server, and raw requests to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpConversation {

  static final String WHOAMI = "/api/v2/auth/whoami";
  static final String JSON = "Content-Type: application/json";

  final AtomicInteger numbers = new AtomicInteger();

  RunningServer server;
  Key key;
  String credentials;
  String leads;
  String tenant;
  String campaign;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    Platform platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    key = platform.key(
        tenant,
        """
            {"name":"all","permissions":["leads:read","leads:write","campaigns:read","campaigns:write",
             "api_keys:read","api_keys:write","audit:read"]}""");
    credentials = "Authorization: Bearer " + key.text();
    campaign = Platform.campaign(server.client().with(key.text()));
    leads = Platform.leads(campaign);
  }

  @AfterAll
  void stop() {
    String said = server.output();
    server.close();
    assertThat(said).doesNotContain("ERROR", "\tat ");
  }

  KeptConnection connect() throws IOException {
    return KeptConnection.to(server.url());
  }

  /** One request on a connection of its own. */
  Answer ask(String method, String target, String body, String... headers) throws IOException {
    try (KeptConnection connection = connect()) {
      String length = body.isEmpty() ? "X-No-Body: 1" : "Content-Length: " + body.length();
      connection.sendAsFarAsItIsRead(
          head(method, target, headers).replaceFirst("\r\n\r\n$", "\r\n" + length + "\r\n\r\n") + body);
      return method.equals("HEAD") ? connection.head() : connection.answer();
    }
  }

  static String head(String method, String target, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  static String chunk(String text, String extension) {
    return Integer.toHexString(text.length()) + extension + "\r\n" + text + "\r\n";
  }

  String lead() {
    return "{\"phone_number\":\"%s\"}".formatted(number());
  }

  String number() {
    return "+1415555%04d".formatted(numbers.incrementAndGet());
  }

  static int bytes(Answer answer) {
    return answer.body().getBytes(StandardCharsets.UTF_8).length;
  }
}

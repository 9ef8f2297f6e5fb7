package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client breaks is its own fault: the connection ends and the log stays silent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenClientsTest {

  private static final String TLS_HELLO = "16030100c8010000c40303" + "5a".repeat(180);
  private static final String HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
  private static final String CHUNKED = " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  private enum End {
    CLOSE,
    RESET
  }

  private RunningServer server;
  private String tenant;
  private Key key;
  private String leads;
  private String credentials;

  /** Requests without credentials are logged in samples, broken or not. */
  private static final Pattern SAMPLE = Pattern.compile("Failed authentications with \\w+ since the last such line");

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    Platform platform = Platform.of(server.client());
    tenant = platform.tenant("Acme");
    key = platform.key(tenant);
    leads = Platform.leads(Platform.campaign(server.client().with(key.text())));
    credentials = "Authorization: Bearer " + key.text() + "\r\n";
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void nothingThatAClientBreaksIsLogged() throws IOException {
    int before = server.output().length();
    for (Map.Entry<String, byte[]> broken : broken().entrySet()) {
      for (End end : End.values()) {
        send(broken.getValue(), end);
        // One step after the other, so that a line in the log is found with its cause.
        server.client().get("/version").isStatus(200);
        assertThat(
            server.output().substring(before).lines().filter(line -> !line.isBlank() && !SAMPLE.matcher(line).find()))
            .as(broken.getKey() + ", " + end).isEmpty();
      }
    }
  }

  private Map<String, byte[]> broken() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("a broken chunk to a route that answered",
        "POST /nowhere" + CHUNKED + "\r\nzz\r\n");
    texts.put("a broken chunk to a GET", "GET /version" + CHUNKED + "\r\n5\r\nhello\r\nzz\r\n");
    texts.put("a broken chunk to a refused one", "POST " + leads + CHUNKED + JSON + "\r\n5\r\nhello\r\n-1\r\n");
    texts.put("a broken chunk that is read", "POST " + leads + CHUNKED + JSON + credentials + "\r\n1\r\n{\r\nzz\r\n");
    texts.put("a broken chunk of a form",
        "POST /en/" + tenant + "/sign-in" + CHUNKED + FORM + "\r\n1\r\na\r\nzz\r\n");
    texts.put("a broken chunk behind a whole request",
        "GET /version HTTP/1.1\r\nHost: x\r\n\r\nPOST /nowhere" + CHUNKED + "\r\nzz\r\n");
    texts.put("a chunk longer than any", "POST " + leads + CHUNKED + JSON + credentials + "\r\nffffffffff\r\n");
    texts.put("a broken trailer", "POST " + leads + CHUNKED + JSON + credentials + "\r\n0\r\n: x\r\n\r\n");
    texts.put("half a head", "GET /version HTTP/1.1\r\nHost: local");
    texts.put("half a body", "POST " + leads + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n" + JSON + credentials
        + "\r\n{\"phone");
    texts.put("half a form", "POST /de/" + tenant + "/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n" + FORM
        + "\r\nemail=");
    texts.put("half a chunk", "POST " + leads + CHUNKED + JSON + credentials + "\r\n50\r\n{\"phone");
    texts.put("a head that is too long", "GET /version HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(70_000) + "\r\n\r\n");
    texts.put("a target that is too long", "GET /" + "y".repeat(70_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    texts.put("HTTP/2", HTTP_2);
    texts.put("an upgrade",
        "GET /version HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
    texts.put("a web socket",
        "GET /version HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    texts.put("bytes of nothing", "\0\1\2\3\r\n\r\n\r\n\r\n");
    texts.put("many answers that are not read",
        "GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
    texts.put("a form that is not read", "POST /en/" + tenant + "/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
        + FORM + "\r\n%zz");
    Map<String, byte[]> all = new LinkedHashMap<>();
    texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.ISO_8859_1)));
    all.put("TLS", HexFormat.of().parseHex(TLS_HELLO));
    return all;
  }

  private void send(byte[] bytes, End end) throws IOException {
    try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
      if (end == End.RESET) {
        socket.setSoLinger(true, 0);
      }
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      if (end == End.CLOSE) {
        socket.shutdownOutput();
        socket.setSoTimeout(5_000);
        socket.getInputStream().readNBytes(64 * 1024);
      }
    } catch (IOException closedMeanwhile) {
      // As the server may do.
    }
  }
}

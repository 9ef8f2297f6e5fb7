package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.bootstrap.Platform.Key;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server starts once per folder and port, says what it lacks, and stops in good order. */
class StartAndStopTest {

  private static final String WHOAMI = "/api/v2/auth/whoami";

  @TempDir
  private Path folder;

  private Path dataDir;
  private RunningServer server;

  @BeforeEach
  void start() {
    dataDir = folder.resolve("data");
    server = RunningServer.start(dataDir, Map.of());
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void whatIsUnfitForProductionIsSaidAtTheStart() throws IOException {
    server.awaitLine(Pattern.compile("embedded database is for evaluation, not for production: set LATCHKEY_DB_URL"));
    server.awaitLine(
        Pattern.compile("LATCHKEY_OPERATOR_TOKEN is not set.*" + Pattern.quote(dataDir + "/operator-token")));
    server.awaitLine(Pattern.compile("LATCHKEY_PEPPERS is not set.*" + Pattern.quote(dataDir + "/peppers")));

    assertThat(server.output()).doesNotContain(token());
  }

  @Test
  void aSecondServerOnTheSameFolderOrPortIsToldSo() {
    try (RunningServer second = RunningServer.launch(dataDir, Map.of())) {
      assertThat(second.exitStatus()).as(second.output()).isEqualTo(1);
      assertThat(second.output())
          .contains("Latchkey was not started", "another process uses the database in " + dataDir, "LATCHKEY_DATA_DIR")
          .doesNotContain("\tat ");
    }
    String port = Integer.toString(server.url().getPort());
    try (RunningServer third = RunningServer.launch(folder.resolve("other"), Map.of("LATCHKEY_PORT", port))) {
      assertThat(third.exitStatus()).as(third.output()).isEqualTo(1);
      assertThat(third.output())
          .contains("Latchkey was not started: port " + port + " is taken", "LATCHKEY_PORT")
          .doesNotContain("\tat ");
    }
    server.client().get("/health/readiness").isStatus(200);
  }

  @Test
  void madeSecretsAreTheOwnersAloneAndSurviveARestartAndAMissingPepperIsReported() throws IOException {
    String token = token();
    String peppers = Files.readString(dataDir.resolve("peppers"));
    Platform platform = new Platform(server.client().with(token));
    String tenant = platform.tenant("Acme");
    Key key = platform.key(tenant);
    assertThat(token).hasSizeGreaterThanOrEqualTo(32);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      for (String secret : Set.of("operator-token", "peppers")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(secret))))
            .as(secret)
            .isEqualTo("rw-------");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir))).isEqualTo("rwx------");
    }
    assertThat(server.stop()).isZero();

    String another = "2:" + Base64.getEncoder().encodeToString(new byte[32]);
    server = RunningServer.start(dataDir, Map.of("LATCHKEY_PEPPERS", another));
    assertThat(token()).isEqualTo(token);
    new Platform(server.client().with(token)).operator().get("/api/platform/v1/tenants").isStatus(200);
    server.awaitLine(Pattern.compile("1 keys? .* pepper 1,.* not in LATCHKEY_PEPPERS"));
    server.client().with(key.text()).get(WHOAMI).isProblem(401, "key_invalid");
    assertThat(server.stop()).isZero();

    server = RunningServer.start(dataDir, Map.of("LATCHKEY_PEPPERS", another + "," + peppers.strip()));
    assertThat(server.output()).doesNotContain("not in LATCHKEY_PEPPERS");
    server.client().with(key.text()).get(WHOAMI).isStatus(200);
  }

  @Test
  void toldToStopItFinishesWhatRunsAndTakesNothingNew() throws IOException {
    Platform platform = new Platform(server.client().with(token()));
    Key key = platform.key(platform.tenant("Acme"));
    String campaign = Platform.campaign(server.client().with(key.text()));
    URI url = server.url();
    String body = "{\"phone_number\":\"+14155550123\"}";

    try (RawRequest slow = RawRequest.to(url)) {
      slow.lines(
          "POST " + Platform.leads(campaign) + " HTTP/1.1",
          "Host: localhost",
          "Authorization: Bearer " + key.text(),
          "Content-Type: application/json",
          "Content-Length: " + body.length(),
          "Connection: close",
          "")
          .text(body.substring(0, 10));
      // The server has taken the connection by the time it has answered a later one.
      server.client().get("/health/liveness").isStatus(200);
      server.terminate();
      awaitRefusal(url);

      slow.text(body.substring(10)).answer().says(201, "Lead added to the campaign successfully");
    }
    assertThat(server.exitStatus()).as(server.output()).isZero();
    assertThatThrownBy(() -> connect(url)).isInstanceOf(ConnectException.class);

    server = RunningServer.start(dataDir, Map.of());
    assertThat(server.client().with(key.text()).get(Platform.leads(campaign)).list()).hasSize(1);
  }

  /** Waits until nothing listens any more. */
  private static void awaitRefusal(URI url) throws IOException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < end) {
      try {
        connect(url);
      } catch (ConnectException refused) {
        return;
      }
      Thread.yield();
    }
    throw new AssertionError("The server still takes connections");
  }

  private static void connect(URI url) throws IOException {
    new Socket(url.getHost(), url.getPort()).close();
  }

  private String token() throws IOException {
    return Files.readString(dataDir.resolve("operator-token")).strip();
  }
}

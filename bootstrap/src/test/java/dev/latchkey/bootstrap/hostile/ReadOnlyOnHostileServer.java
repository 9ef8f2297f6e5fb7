package dev.latchkey.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that refuses writes is not used, and is used again once it accepts them. */
@ResourceLock("database server")
class ReadOnlyOnHostileServer {

  private static final HostileServer DATABASE = HostileServer.given();

  /** The promise is one second; the rest is for a machine that does other things meanwhile. */
  private static final Duration UNTIL_NOT_READY = Duration.ofSeconds(2);
  private static final Duration TO_RECOVER = Duration.ofSeconds(60);

  @TempDir
  private Path folder;

  @AfterEach
  void accept() throws SQLException {
    DATABASE.run("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF", "SET GLOBAL offline_mode = OFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read_only", "super_read_only"})
  void serverThatTakesNoWritesIsNamedAtTheStart(String refusing) throws SQLException {
    String database = DATABASE.freshDatabase();
    DATABASE.run("SET GLOBAL " + refusing + " = ON");

    try (
        RunningServer server = RunningServer.launch(folder.resolve("data"), DATABASE.settings(database, "latchkey"))) {
      await().atMost(TO_RECOVER).until(() -> server.output().contains("takes no writes"));
      assertThat(server.output()).contains(DATABASE.hosts()).doesNotContain("Latchkey is ready");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read_only", "super_read_only", "offline_mode"})
  void runningNodeIsNotReadyWhileItsServerRefusesWritesAndRecovers(String refusing) throws SQLException {
    String database = DATABASE.freshDatabase();
    try (
        RunningServer server = RunningServer.start(folder.resolve("data"), DATABASE.settings(database, "latchkey"))) {
      Client anybody = server.client();
      Client operator = Platform.of(anybody).operator();
      operator.post("/api/platform/v1/tenants", "{\"name\":\"Before\"}").isStatus(201);

      DATABASE.run("SET GLOBAL " + refusing + " = ON");

      await().pollInterval(Duration.ofMillis(20)).pollDelay(Duration.ZERO).atMost(UNTIL_NOT_READY)
          .until(() -> anybody.get("/health/readiness").status() == 503);
      await().atMost(UNTIL_NOT_READY)
          .until(() -> anybody.get("/health/readiness").body().contains("The database can be read but not written."));
      operator.post("/api/platform/v1/tenants", "{\"name\":\"Meanwhile\"}").isProblem(503, "store_unavailable");

      accept();

      await().atMost(TO_RECOVER).until(() -> anybody.get("/health/readiness").status() == 200);
      operator.post("/api/platform/v1/tenants", "{\"name\":\"After\"}").isStatus(201);
    }
  }
}

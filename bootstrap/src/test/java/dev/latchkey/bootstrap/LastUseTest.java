package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a key was used last is written down late, and at the latest when the server stops. */
class LastUseTest {

  private static final Map<String, String> SETTINGS = Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);

  @TempDir
  private Path folder;

  @Test
  void aServerThatIsToldToStopWritesDownWhichKeysWereUsed() {
    Path dataDir = folder.resolve("data");
    Key used;
    Key idle;
    Instant start = Instant.now();
    try (RunningServer server = RunningServer.start(dataDir, SETTINGS)) {
      Platform platform = Platform.of(server.client());
      String tenant = platform.tenant("Acme");
      used = platform.key(tenant);
      idle = platform.key(tenant);
      server.client().with(used.text()).get("/api/v2/auth/whoami").isStatus(200);
      server.client().with(idle.text().replace("live", "test")).get("/api/v2/auth/whoami").isStatus(401);
      assertThat(server.stop()).isZero();
    }

    try (RunningServer again = RunningServer.start(dataDir, SETTINGS)) {
      Platform platform = Platform.of(again.client());
      assertThat(Instant.parse(lastUse(platform, used).getStringValue())).isBetween(start, Instant.now());
      assertThat(lastUse(platform, idle)).matches(node -> node == null || node.isNull());
    }
  }

  private static JsonNode lastUse(Platform platform, Key key) {
    return platform.operator().get(platform.path(key)).isStatus(200).json().get("data").get("last_used_at");
  }
}

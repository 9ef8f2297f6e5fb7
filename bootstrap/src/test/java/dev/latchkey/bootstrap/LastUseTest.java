package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Platform.Key;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a key was used last is written while the server runs, and at the latest when it stops. */
class LastUseTest {

  private static final Map<String, String> SETTINGS = Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
  private static final String WHOAMI = "/api/v2/auth/whoami";
  private static final Duration BEHIND = Duration.ofSeconds(60);

  @TempDir
  private Path folder;

  /** When each key was used successfully for the last time, before the request was sent. */
  private final Map<Key, Instant> used = new ConcurrentHashMap<>();

  private final AtomicReference<@Nullable Throwable> surprise = new AtomicReference<>();

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
      server.client().with(used.text()).get(WHOAMI).isStatus(200);
      server.client().with(idle.text().replace("live", "test")).get(WHOAMI).isStatus(401);
      assertThat(server.stop()).isZero();
    }

    try (RunningServer again = RunningServer.start(dataDir, SETTINGS)) {
      Platform platform = Platform.of(again.client());
      assertThat(Instant.parse(lastUse(platform, used).getStringValue())).isBetween(start, Instant.now());
      assertThat(lastUse(platform, idle)).matches(node -> node == null || node.isNull());
    }
  }

  @Test
  void lastUseIsShownWhileTheServerRunsAndKillLosesOnlyTheLastSixtySeconds() throws InterruptedException {
    Path dataDir = folder.resolve("data");
    List<Key> keys;
    Key early;
    Instant earlyUse;
    Instant killed;
    try (RunningServer doomed = RunningServer.start(dataDir, SETTINGS)) {
      Platform platform = Platform.of(doomed.client());
      String tenant = platform.tenant("Acme");
      keys = Stream.generate(() -> platform.key(tenant)).limit(8).toList();
      early = platform.key(tenant);
      earlyUse = Instant.now();
      doomed.client().with(early.text()).get(WHOAMI).isStatus(200);
      List<Thread> load = keys.stream().map(key -> user(doomed.client(), key)).toList();

      awaitLastUse(platform, early);
      awaitLastUse(platform, keys.getLast());
      killed = Instant.now();
      doomed.kill();
      for (Thread thread : load) {
        thread.join();
      }
      assertThat(surprise.get()).as("what no client expected").isNull();
    }

    try (RunningServer again = RunningServer.start(dataDir, SETTINGS)) {
      Platform platform = Platform.of(again.client());
      assertThat(Instant.parse(lastUse(platform, early).getStringValue()))
          .isBetween(earlyUse.minusSeconds(1), earlyUse.plusSeconds(10));
      assertThat(used.keySet()).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(keys).allSatisfy(key -> {
        assertThat(used.get(key)).as("it was used until the end").isAfter(killed.minusSeconds(10));
        assertThat(Instant.parse(lastUse(platform, key).getStringValue())).isBetween(killed.minus(BEHIND), killed);
      });
    }
  }

  /** Uses a key again and again until the server is gone. */
  private Thread user(Client client, Key key) {
    Client holder = client.with(key.text());
    return Thread.ofPlatform().start(() -> {
      try {
        while (true) {
          Instant before = Instant.now();
          holder.tryAnswer("GET", WHOAMI, BodyPublishers.noBody()).isStatus(200);
          used.put(key, before);
        }
      } catch (IOException theServerIsGone) {
        // As it should be, once it was killed.
      } catch (Throwable unexpected) {
        surprise.set(unexpected);
      }
    });
  }

  /** Waits for as long as the record may be behind. */
  private static void awaitLastUse(Platform platform, Key key) throws InterruptedException {
    long end = System.nanoTime() + BEHIND.toNanos();
    JsonNode shown = lastUse(platform, key);
    while (shown == null || shown.isNull()) {
      assertThat(System.nanoTime()).as("no last use is shown on the running server").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
      shown = lastUse(platform, key);
    }
  }

  private static @Nullable JsonNode lastUse(Platform platform, Key key) {
    return platform.operator().get(platform.path(key)).isStatus(200).json().get("data").get("last_used_at");
  }
}

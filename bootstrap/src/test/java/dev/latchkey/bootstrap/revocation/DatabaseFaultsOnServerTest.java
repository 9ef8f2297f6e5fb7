package dev.latchkey.bootstrap.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import dev.latchkey.bootstrap.RunningServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A database that hangs, is gone or takes no writes: every answer comes in time, and the log stays readable. */
@ResourceLock("database server")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultsOnServerTest {

  /** The promise is one second; the rest is for a machine that does other things meanwhile. */
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration TO_RECOVER = Duration.ofSeconds(60);
  private static final String FORM = "application/x-www-form-urlencoded";

  private Schema schema;
  private Wire wire;
  private RunningServer server;
  private Platform platform;
  private Key key;
  private String leads;
  private int requests;

  /** An answer with its request's id and the time that it took. */
  private record Timed(String id, Answer answer, Duration took) {}

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    schema = Schema.fresh();
    wire = schema.wire();
    Map<String, String> settings = new HashMap<>(schema.settings(wire));
    settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
    settings.put("LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
    server = RunningServer.start(folder.resolve("data"), settings);
    platform = Platform.of(server.client());
    key = platform.key(platform.tenant("Acme"));
    leads = Platform.leads(Platform.campaign(server.client().with(key.text())));
    bulk(0);
  }

  @AfterAll
  void stop() throws IOException, SQLException {
    server.close();
    wire.close();
  }

  @Test
  void aRequestThatNeedsADatabaseThatHangsIsAnsweredWithinASecond() throws Exception {
    everyAnswerIsInTime("hanging", () -> wire.delay(Duration.ofMinutes(2)), wire::restore, "\"database\"");
  }

  @Test
  void aRequestThatNeedsADatabaseThatIsGoneIsAnsweredWithinASecond() throws Exception {
    everyAnswerIsInTime("gone", wire::cut, wire::restore, "\"database\"");
  }

  private void everyAnswerIsInTime(String name, Runnable harm, Runnable heal, String notReady) throws Exception {
    int before = server.output().length();
    List<Timed> all = new ArrayList<>();
    harm.run();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // The first rounds meet connections that are open still, the later ones none.
      for (int round = 0; round < 4; round++) {
        List<Future<Timed>> round1 = new ArrayList<>();
        for (Callable<Answer> request : requests(round)) {
          String id = name + "-" + requests++;
          round1.add(threads.submit(() -> timed(id, request)));
        }
        for (Future<Timed> answer : round1) {
          all.add(answer.get());
        }
      }
    }
    Timed readiness = timed("readiness", () -> server.client().get("/health/readiness").isStatus(503));
    heal.run();

    Duration longest = all.stream().map(Timed::took).max(Duration::compareTo).orElseThrow();
    System.out.printf("%s database: %d requests, the longest took %d ms%n", name, all.size(), longest.toMillis());
    assertThat(all).allSatisfy(timed -> {
      assertThat(timed.answer.status()).as(timed.toString()).isEqualTo(503);
      assertThat(timed.took).isLessThan(LONGEST);
    });
    assertThat(readiness.answer.body()).contains(notReady, "reason");
    assertThat(readiness.took).isLessThan(LONGEST);
    await().atMost(TO_RECOVER).until(() -> server.client().get("/health/readiness").status() == 200);
    client().post(leads, "{\"phone_number\":\"+14155559999\"}").isStatus(name.equals("hanging") ? 201 : 200);
    assertThatTheLogIsShort(server.output().substring(before));
  }

  private List<Callable<Answer>> requests(int round) {
    Client client = client();
    return List.of(
        () -> client.get(leads),
        () -> client.post(leads, "{\"phone_number\":\"+1415556000" + round + "\"}"),
        () -> bulk(round + 1),
        () -> platform.operator().get("/api/platform/v1/tenants"),
        () -> platform.operator().post("/api/platform/v1/tenants", "{\"name\":\"New\"}"),
        () -> platform.operator().sending("Idempotency-Key", "k" + round).post("/api/platform/v1/tenants",
            "{\"name\":\"New\"}"),
        () -> client.get("/api/v2/voice-campaigns"));
  }

  private Client client() {
    return server.client().with(key.text());
  }

  private Answer bulk(int round) {
    String json = IntStream.range(0, 1000).mapToObj(i -> "{\"phone_number\":\"+1415%d%06d\"}".formatted(570 + round, i))
        .collect(Collectors.joining(",", "[", "]"));
    return client().post(leads + "/bulk", json);
  }

  private static Timed timed(String id, Callable<Answer> request) throws Exception {
    long began = System.nanoTime();
    Answer answer = request.call();
    return new Timed(id, answer, Duration.ofNanos(System.nanoTime() - began));
  }

  /** One line a failed request, and one stack trace a kind. */
  private static void assertThatTheLogIsShort(String log) {
    List<String> failures = log.lines().filter(line -> line.contains("is answered with")).toList();
    assertThat(failures).isNotEmpty();
    assertThat(failures.stream().map(line -> line.replaceFirst(".*Request (\\S+) is answered.*", "$1")).distinct())
        .hasSameSizeAs(failures);
    long traces = log.lines().filter(line -> line.startsWith("dev.latchkey.application.port.StoreUnavailable")).count();
    assertThat(traces).as(log).isLessThanOrEqualTo(6);
    assertThat(log).doesNotContain(" ERROR ");
  }

  @Test
  void aDatabaseThatTakesNoWritesIsNamedAndReadingGoesOn() throws Exception {
    int before = server.output().length();
    DatabaseServer database = schema.server();
    // As a backup does. The lock ends with the connection.
    try (Connection backup = DriverManager.getConnection(database.url(), database.username(), database.password());
        Statement statement = backup.createStatement()) {
      statement.execute("FLUSH TABLES WITH READ LOCK");
      await().atMost(TO_RECOVER).untilAsserted(
          () -> assertThat(server.client().get("/health/readiness").isStatus(503).body())
              .contains("\"database\"", "can be read but not written")
              .doesNotContain("revocation-feed", "migrations"));
      client().get(leads).isStatus(200);
      for (int i = 0; i < 20; i++) {
        client().post(leads, "{\"phone_number\":\"+14155551234\"}").isProblem(503, "store_unavailable");
      }
      Answer page = server.client().sending("Content-Type", FORM)
          .answer("POST", "/en/" + key.tenant() + "/sign-in", BodyPublishers.ofString("a=b"));
      assertThat(page.status()).isEqualTo(403);
    }
    await().atMost(TO_RECOVER).until(() -> server.client().get("/health/readiness").status() == 200);
    assertThatTheLogIsShort(server.output().substring(before));
  }
}

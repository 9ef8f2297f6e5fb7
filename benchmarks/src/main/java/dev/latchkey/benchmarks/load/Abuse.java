package dev.latchkey.benchmarks.load;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What one client can do to the others: each abuse runs on a server of its own on the embedded store, while a valid key asks
 * for whoami. The table says how long that key waited, what the abuse was answered and what it cost.
 */
public final class Abuse {

  private static final String BOTH_CORES = "0,1";
  private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final String TENANTS = "/api/platform/v1/tenants/";
  private static final String NEIGHBOUR = "Neighbour";
  private static final String NOTED = "SELECT COUNT(*) FROM refused_request r JOIN tenant t ON t.id = r.tenant_id WHERE t.name = '"
      + NEIGHBOUR + "'";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SCRIPT = "/docs/assets/swagger-ui-bundle.js";
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int UNPACKED = 900 * MEBIBYTE;
  private static final int GUESSES = 5_000;
  private static final Duration TO_BE_CLOSED = Duration.ofSeconds(90);
  /** How long the valid key is watched at least: what an abuse leaves behind counts as well. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private static final Duration GUESSING = Duration.ofSeconds(5);

  private final Duration looping;
  private final Table table = new Table("abuse, embedded store", "whoami served", "not served", "p50 ms", "p99 ms",
      "max ms", "seconds", "outcome", "MiB resident, before and most", "MiB heap, most",
      "KiB the store grew", "refusals of another tenant noted");
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10)).build();

  /** A server with two tenants: the keys of one are valid throughout and disabled, the key of the other is disabled. */
  private record Target(Launch server, String tenant, String valid, String disabled, String neighbours) {}

  /** One client's way to take more than its share; tells how it ended. */
  @FunctionalInterface
  private interface Attack {
    String on(Target target) throws IOException, InterruptedException;
  }

  private Abuse(boolean quick) {
    looping = Duration.ofSeconds(quick ? 15 : 60);
  }

  /** Takes {@code --quick}: the disabled key is in use for 15 seconds instead of 60. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean quick = List.of(arguments).contains("--quick");
    Abuse abuse = new Abuse(quick);
    byte[] packed = packed();
    abuse.run("nobody, for 10 s", target -> abuse.idle());
    abuse.run("six packed forms of 900 MiB", target -> abuse.packedForms(target, packed));
    abuse.run("a disabled key in a loop", abuse::disabledKey);
    abuse.run("300 answers of 1.5 MiB that are not read", abuse::unreadAnswers);
    abuse.run("600 slow sign-in forms of 1 MiB",
        target -> abuse.slowSenders(target, "/en/" + target.tenant + "/sign-in",
            "Content-Type: " + FORM));
    abuse.run("600 slow bodies of 1 MiB with a valid key", target -> abuse.slowSenders(target, "/api/v2/api-keys",
        "Content-Type: application/json\r\nAuthorization: Bearer " + target.valid));
    abuse.run("5,000 wrong keys in 5 s", target -> abuse.guesses(target, HttpComparison.WHOAMI, Abuse::unknownKey));
    abuse.run("5,000 wrong operator tokens in 5 s",
        target -> abuse.guesses(target, TENANTS, () -> "not-the-operators-" + ThreadLocalRandom.current().nextLong()));
    abuse.table.print("benchmarks/run abuse" + (quick ? " --quick" : ""));
  }

  private void run(String name, Attack attack) throws IOException, InterruptedException {
    System.err.println(name);
    List<String> cells = new ArrayList<>(List.of(name));
    int refused;
    Path folder = Files.createTempDirectory(Scratch.FOLDER, "abuse");
    Map<String, String> settings = Map.of(
        "LATCHKEY_OPERATOR_TOKEN", Store.OPERATOR_TOKEN, "LATCHKEY_DATA_DIR", folder.resolve("data").toString());
    try (Launch server = Launch.latchkey(BOTH_CORES, OPTIONS, settings)) {
      Target target = target(server);
      warmUp(target);
      long resident = Machine.residentMebibytes(server.process().pid());
      long stored = stored(folder);
      long began = System.nanoTime();
      Samples samples = Samples.of(server, target.valid);
      Refusals refusals = Refusals.of(server, target.neighbours);
      String outcome = attack.on(target);
      double seconds = (System.nanoTime() - began) / 1e9;
      pauseUntil(began + SHORTEST.toNanos());
      Samples.Seen seen = samples.end();
      refused = refusals.end();
      cells.addAll(
          List.of(Integer.toString(seen.millis().size() - seen.failed()), Integer.toString(seen.failed()),
              Table.number(seen.millis(0.5)), Table.number(seen.millis(0.99)), Table.number(seen.millis(1)),
              Table.number(seconds), outcome, resident + " to " + seen.resident(), Table.number(seen.heap()),
              Table.number((stored(folder) - stored) / 1024.0)));
    }
    // Notes are read behind the server's back, once it has written all of them.
    cells.add(noted(folder) + " of " + refused);
    table.row(cells.toArray(String[]::new));
    System.err.println(String.join(" | ", cells));
  }

  private static long noted(Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("data/latchkey")
        + ";IFEXISTS=TRUE;MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(NOTED)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Target target(Launch server) {
    String tenant = tenant(server, "Bench");
    String keys = TENANTS + tenant + "/api-keys";
    String permissions = ",\"permissions\":[\"api_keys:read\",\"api_keys:write\"]";
    String valid = server.post(keys, Store.OPERATOR_TOKEN, "{\"name\":\"Valid\"" + permissions + "}");
    return new Target(
        server, tenant, HttpComparison.found("key", valid), disabledKey(server, tenant),
        disabledKey(server, tenant(server, NEIGHBOUR)));
  }

  private static String tenant(Launch server, String name) {
    return HttpComparison.found(
        "id", server.post("/api/platform/v1/tenants", Store.OPERATOR_TOKEN, "{\"name\":\"" + name + "\"}"));
  }

  private static String disabledKey(Launch server, String tenant) {
    String keys = TENANTS + tenant + "/api-keys";
    String disabled = server.post(keys, Store.OPERATOR_TOKEN, "{\"name\":\"Disabled\"}");
    server.patch(
        keys + "/" + HttpComparison.found("id", disabled), Store.OPERATOR_TOKEN, "{\"status\":\"DISABLED\"}");
    return HttpComparison.found("key", disabled);
  }

  /** The first requests find the JVM cold, and would be all that the table shows. */
  private void warmUp(Target target) throws InterruptedException {
    Samples samples = Samples.of(target.server, target.valid);
    idle();
    samples.end();
  }

  private String idle() throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(10));
    return "";
  }

  private String packedForms(Target target, byte[] packed) {
    HttpRequest form = HttpRequest.newBuilder(target.server.uri("/en/" + target.tenant + "/sign-in"))
        .timeout(TO_BE_CLOSED)
        .header("Content-Type", FORM).header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(packed)).build();
    return outcome(Stream.generate(() -> form).limit(6), Duration.ZERO);
  }

  private String disabledKey(Target target) throws InterruptedException {
    Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    HttpRequest whoami = HttpRequest.newBuilder(target.server.uri(HttpComparison.WHOAMI)).timeout(TO_BE_CLOSED)
        .header("Authorization", "Bearer " + target.disabled).build();
    long end = System.nanoTime() + looping.toNanos();
    List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> {
      while (System.nanoTime() - end < 0) {
        outcomes.computeIfAbsent(status(whoami), _ -> new LongAdder()).increment();
      }
    })).limit(2).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes.toString();
  }

  private String unreadAnswers(Target target) throws IOException {
    try (SlowConnections connections = SlowConnections.to(target.server.port(), 300)) {
      connections.send("GET " + SCRIPT + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return connections.awaitClosed(TO_BE_CLOSED, false);
    }
  }

  private String slowSenders(Target target, String path, String headers) throws IOException {
    try (SlowConnections connections = SlowConnections.to(target.server.port(), 600)) {
      connections.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nContent-Length: " + MEBIBYTE
          + "\r\n\r\n" + "x".repeat(MEBIBYTE - 1));
      return connections.awaitClosed(TO_BE_CLOSED, true);
    }
  }

  private String guesses(Target target, String path, Supplier<String> guess) {
    Stream<HttpRequest> requests = Stream.generate(guess).limit(GUESSES)
        .map(text -> HttpRequest.newBuilder(target.server.uri(path)).timeout(TO_BE_CLOSED)
            .header("Authorization", "Bearer " + text).build());
    return outcome(requests, GUESSING.dividedBy(GUESSES));
  }

  /** Sends each of the requests at its time, on 50 connections at most, and counts the answers. */
  private String outcome(Stream<HttpRequest> requests, Duration between) {
    Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    long began = System.nanoTime();
    List<HttpRequest> all = requests.toList();
    LongAdder next = new LongAdder();
    List<Thread> threads = Stream.generate(() -> Thread.ofVirtual().start(() -> {
      for (int i = taken(next); i < all.size(); i = taken(next)) {
        pauseUntil(began + i * between.toNanos());
        outcomes.computeIfAbsent(status(all.get(i)), _ -> new LongAdder()).increment();
      }
    })).limit(Math.min(50, all.size())).toList();
    for (Thread thread : threads) {
      join(thread);
    }
    return outcomes.toString();
  }

  private static synchronized int taken(LongAdder next) {
    int index = next.intValue();
    next.increment();
    return index;
  }

  private static void pauseUntil(long nanos) {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      try {
        Thread.sleep(Duration.ofNanos(left));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String status(HttpRequest request) {
    try {
      return Integer.toString(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException closed) {
      return "closed";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unknownKey() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new PlainKey(
        Environment.LIVE, new KeyId(random.nextLong(1L << 62) + 1), KeySecret.drawn(random::nextInt)).reveal();
  }

  private static byte[] packed() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[MEBIBYTE];
      for (int written = 0; written < UNPACKED; written += zeros.length) {
        gzip.write(zeros);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return packed.toByteArray();
  }

  private static long stored(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}

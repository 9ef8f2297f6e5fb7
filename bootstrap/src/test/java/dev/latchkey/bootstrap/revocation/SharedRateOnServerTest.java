package dev.latchkey.bootstrap.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import dev.latchkey.bootstrap.revocation.Fleet.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Three real processes on one database hold one limit together. By how much it was exceeded is printed, and asserted as far as
 * the port's promise goes.
 */
@ResourceLock("database server")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SharedRateOnServerTest {

  /** How many ask each node at a time. */
  private static final int ASKING = 4;

  private static Fleet fleet;
  private static String tenant;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException {
    fleet = Fleet.of(3, folder);
    tenant = fleet.nodes().getFirst().platform().tenant("Acme");
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
  }

  /** A limit, as a key has it. */
  private record Limit(int requests, Duration window) {

    Key key() {
      return fleet.nodes()
          .getFirst()
          .platform()
          .key(
              tenant,
              "{\"name\":\"limited\",\"rate_limit\":{\"requests\":%d,\"window_seconds\":%d}}"
                  .formatted(requests, window.toSeconds()));
    }

    /** What comes back within that time, rounded up. */
    long comingBackWithin(long nanos) {
      return (long) Math.ceil((double) requests * nanos / window.toNanos());
    }
  }

  @Test
  void aSmallLimitIsHeldToTheLastRequestHoweverItIsSpread() throws Exception {
    Limit limit = new Limit(10, Duration.ofDays(1));
    for (int round = 0; round < 5; round++) {
      assertThat(granted(limit.key(), 50)).isEqualTo(limit.requests());
    }
    System.out.println("3 nodes, 10 requests a day, 150 asked for at once: exactly 10 granted, 5 times");
  }

  @Test
  void aLargeLimitThatWasNotUsedBeforeIsNotExceeded() throws Exception {
    Limit limit = new Limit(1_000, Duration.ofDays(1));
    int part = limit.requests() / 50;
    Key key = limit.key();
    long began = System.nanoTime();

    long granted = granted(key, 600);

    long coming = limit.comingBackWithin(System.nanoTime() - began);
    print(limit, granted, coming);
    assertThat(granted).isBetween(1_000L - 3L * part, 1_000 + coming);
  }

  @Test
  void whatNodesHaveInHandIsAllThatComesBesideAFullLimit() throws Exception {
    Limit limit = new Limit(1_000, Duration.ofSeconds(10));
    int part = limit.requests() / 50;
    for (int round = 0; round < 5; round++) {
      Key key = limit.key();
      // The second request leaves each node with all that it may have in hand, and then the limit is whole again.
      granted(key, 2);
      pass(Duration.ofSeconds(1));
      long began = System.nanoTime();

      long granted = granted(key, 500);

      long coming = limit.comingBackWithin(System.nanoTime() - began);
      print(limit, granted, coming);
      assertThat(granted).isBetween(1_000L - 3L * part, 1_000 + 3L * part + coming);
    }
  }

  @Test
  void aChangedLimitIsInForceOnEveryNode() throws Exception {
    Limit limit = new Limit(5, Duration.ofDays(1));
    Key key = limit.key();
    long underTheOld = granted(key, 10);
    assertThat(underTheOld).isEqualTo(limit.requests());

    Platform platform = fleet.nodes().getLast().platform();
    platform.operator()
        .patch(platform.path(key), "{\"rate_limit\":{\"requests\":7,\"window_seconds\":86400}}")
        .isStatus(200);
    long meanwhile = 0;
    for (Member node : fleet.nodes()) {
      meanwhile += grantedUntilLimit(node.client().with(key.text()), 7);
    }

    // What was granted under the old limit counts as used under the new one. Nothing comes back within this test, and no
    // node leases more than one token of so small a limit.
    assertThat(underTheOld + meanwhile + granted(key, 10)).isEqualTo(7);
  }

  @Test
  void whileANodeCannotReachTheDatabaseItLetsNobodyThroughAndThenAllGoesOn() throws Exception {
    Key key = new Limit(10_000, Duration.ofDays(1)).key();
    Member cutOff = fleet.nodes().getLast();
    Client holder = cutOff.client().with(key.text());
    holder.get("/api/v2/auth/whoami").isStatus(200);
    cutOff.wire().cut();
    try {
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (holder.get("/api/v2/auth/whoami").status() != 503) {
        assertThat(end - System.nanoTime()).as("time left for the node to refuse").isPositive();
      }
      for (int i = 0; i < 5; i++) {
        holder.get("/api/v2/auth/whoami").isStatus(503);
      }
    } finally {
      cutOff.wire().restore();
    }
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (holder.get("/api/v2/auth/whoami").status() != 200) {
      assertThat(end - System.nanoTime()).as("time left for the node to let in again").isPositive();
    }
  }

  /** Sends so many requests to each node, some at a time, and counts the granted ones. */
  private static long granted(Key key, int each) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (Member node : fleet.nodes()) {
        AtomicInteger left = new AtomicInteger(each);
        for (int i = 0; i < ASKING; i++) {
          running.add(threads.submit(() -> granted(node.client().with(key.text()), left)));
        }
      }
      long granted = 0;
      for (Future<Long> one : running) {
        granted += one.get();
      }
      return granted;
    }
  }

  private static long granted(Client holder, AtomicInteger left) {
    long granted = 0;
    while (left.getAndDecrement() > 0) {
      int status = holder.get("/api/v2/auth/whoami").status();
      assertThat(status).isIn(200, 429);
      granted += status == 200 ? 1 : 0;
    }
    return granted;
  }

  /** The promise is about time, so time has to pass. */
  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Sends requests to a node until it applies the limit; returns how many were granted. */
  private static long grantedUntilLimit(Client holder, int requests) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String wanted = Integer.toString(requests);
    long granted = 0;
    while (true) {
      Answer answer = holder.get("/api/v2/auth/whoami");
      granted += answer.status() == 200 ? 1 : 0;
      if (answer.header("ratelimit-policy").contains(wanted)) {
        return granted;
      }
      assertThat(end - System.nanoTime()).as("time left for the new limit").isPositive();
    }
  }

  private static void print(Limit limit, long granted, long comingBack) {
    System.out.printf(
        Locale.ROOT,
        "3 nodes, %d requests in %d s: %d granted, %d came back meanwhile, exceeded by %d%n",
        limit.requests(),
        limit.window().toSeconds(),
        granted,
        comingBack,
        granted - limit.requests() - comingBack);
  }
}

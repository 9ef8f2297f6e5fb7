package dev.latchkey.bootstrap.revocation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Three real processes on one database. Whatever fails on a node, it grants no request with a key that was revoked on another node
 * more than a second before the request was sent. How soon it refuses is printed, and asserted only as far as that promise
 * goes. More than the usual toggles:
 *
 * <pre>./mvnw -pl bootstrap -am test -Dtest=FleetOnServerTest -Dsurefire.failIfNoSpecifiedTests=false -Drevocation.toggles=1000</pre>
 */
@ResourceLock("database server")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetOnServerTest {

  private static final int TOGGLES = Integer.getInteger("revocation.toggles", 100);
  private static final int ROUNDS = Math.max(3, TOGGLES / 100);
  /** The first ones find the JVMs cold, and are held to the promise but not timed. */
  private static final int UNTIMED = 8;

  private static final Duration BOUND = Duration.ofSeconds(1);

  private static Fleet fleet;
  private static Key key;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException {
    fleet = Fleet.of(3, folder);
    Platform platform = fleet.nodes().getFirst().platform();
    key = platform.key(platform.tenant("Acme"));
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
  }

  @Test
  @Order(1)
  void betweenTwoNodesARevocationIsInForceOnTheOther() {
    toggle("2 nodes", fleet.nodes().subList(0, 2));
  }

  @Test
  @Order(2)
  void betweenThreeNodesARevocationIsInForceOnBothOthers() {
    toggle("3 nodes", fleet.nodes());
  }

  /** Revokes on one node after the other, by the key and by its tenant in turn, and gives back what was taken. */
  private static void toggle(String name, List<Member> nodes) {
    Latencies refused = new Latencies(name + ", until every other refuses");
    Latencies grants = new Latencies(name + ", last grant after the revocation, by when it was asked for");
    Latencies granted = new Latencies(name + ", until every other lets in again");
    List<Sightings> sightings = nodes.stream().map(node -> Sightings.of(node.client().with(key.text()))).toList();
    try {
      for (int i = -UNTIMED; i < TOGGLES; i++) {
        int turn = Math.floorMod(i, nodes.size());
        Member acting = nodes.get(turn);
        Change change = Math.floorMod(i, 4) == 3 ? Change.TENANT : Change.KEY;
        sightings.forEach(Sightings::forget);
        change.off(acting);
        long off = System.nanoTime();
        assertRefusedAtOnce(sightings.get(turn), off);
        long last = last(sightings, off, s -> s != Sightings.GRANTED);
        assertNoGrantAfterTheBound(sightings, off);
        long lastGrant = sightings.stream().mapToLong(each -> lastGrantSince(each, off)).max().orElseThrow();
        change.on(acting);
        long on = System.nanoTime();
        long lastLetIn = last(sightings, on, s -> s == Sightings.GRANTED);
        if (i >= 0) {
          refused.add(last - off);
          grants.add(lastGrant);
          granted.add(lastLetIn - on);
        }
      }
    } finally {
      for (Sightings each : sightings) {
        each.close();
      }
    }
    refused.print();
    grants.print();
    granted.print();
  }

  private enum Change {
    KEY {
      @Override
      void set(Member node, boolean on) {
        String status = on ? "ACTIVE" : "DISABLED";
        node.platform()
            .operator()
            .patch(node.platform().path(key), "{\"status\":\"%s\"}".formatted(status))
            .isStatus(200);
      }
    },

    TENANT {
      @Override
      void set(Member node, boolean on) {
        String status = on ? "ACTIVE" : "SUSPENDED";
        node.platform()
            .operator()
            .patch(node.platform().path(key.tenant()), "{\"status\":\"%s\"}".formatted(status))
            .isStatus(200);
      }
    };

    abstract void set(Member node, boolean on);

    void off(Member node) {
      set(node, false);
    }

    void on(Member node) {
      set(node, true);
    }
  }

  @Test
  @Order(3)
  void aNewKeyWorksAtOnceOnEveryNode() {
    for (int i = 0; i < 20; i++) {
      Member acting = fleet.nodes().get(i % fleet.nodes().size());
      Key made = acting.platform().key(key.tenant());
      for (Member node : fleet.nodes()) {
        node.client().with(made.text()).get("/api/v2/auth/whoami").isStatus(200);
      }
    }
  }

  @Test
  @Order(4)
  void aNodeThatWasStoppedAndWokenLetsNobodyIn() {
    hurt("stopped and woken", node -> node.server().pause(), node -> node.server().resume());
  }

  @Test
  @Order(5)
  void aNodeWhoseWayToTheDatabaseIsCutLetsNobodyIn() {
    hurt("cut off", node -> node.wire().cut(), node -> node.wire().restore());
  }

  @Test
  @Order(6)
  void aNodeWhoseWayToTheDatabaseIsSlowLetsNobodyIn() {
    hurt("slow by 3 s", node -> node.wire().delay(Duration.ofSeconds(3)), node -> node.wire().restore());
  }

  @Test
  @Order(7)
  void aNodeWhoseWayToTheDatabaseIsALittleSlowLetsNobodyIn() {
    hurt("slow by 0.4 s", node -> node.wire().delay(Duration.ofMillis(400)), node -> node.wire().restore());
  }

  /** Hurts the last node, revokes on the first, lets more than the bound pass, and heals it. */
  private static void hurt(String name, Consumer<Member> harm, Consumer<Member> heal) {
    Member acting = fleet.nodes().getFirst();
    Member hurt = fleet.nodes().getLast();
    Latencies recovery = new Latencies(name + ", from healing to the first answer but 503");
    Latencies grants = new Latencies(name + ", last grant after the revocation, by when it was asked for");
    int unavailable = 0;
    for (int i = 0; i < ROUNDS; i++) {
      try (Sightings sightings = Sightings.of(hurt.client().with(key.text()))) {
        sightings.first(System.nanoTime(), s -> s.status() == Sightings.GRANTED);
        harm.accept(hurt);
        Change.KEY.off(acting);
        long off = System.nanoTime();
        pass(BOUND.multipliedBy(2));
        long healed = System.nanoTime();
        heal.accept(hurt);
        recovery.add(
            sightings.first(healed, s -> s.status() != 0 && s.status() != 503 && s.status() != Sightings.GRANTED)
                .answered() - healed);
        grants.add(lastGrantSince(sightings, off));
        assertNoGrantAfterTheBound(List.of(sightings), off);
        assertThat(sightings.grantedSince(off)).as("granted only after the node was healed")
            .noneMatch(s -> s.answered() - healed >= 0);
        unavailable += (int) sightings.all().stream().filter(s -> s.status() == 503).count();
        awaitReady(hurt);
      } finally {
        Change.KEY.on(acting);
      }
    }
    recovery.print();
    grants.print();
    System.out.printf(Locale.ROOT, "%-70s %d%n", name + ", requests answered 503", unavailable);
  }

  @Test
  @Order(8)
  void whileNobodyReachesTheDatabaseNobodyIsLetInAndAllGoesOnAfterwards() {
    doWithout(
        "database out of reach for 10 s",
        () -> fleet.nodes().forEach(node -> node.wire().cut()),
        () -> fleet.nodes().forEach(node -> node.wire().restore()));
  }

  @Test
  @Order(9)
  void whileTheDatabaseIsStoppedNobodyIsLetInAndAllGoesOnAfterwards() {
    doWithout("database stopped for 10 s", fleet.database()::halt, fleet.database()::resume);
  }

  /** Takes the database from all nodes for ten seconds. */
  private static void doWithout(String name, Runnable take, Runnable giveBack) {
    List<Sightings> sightings = new ArrayList<>();
    for (Member node : fleet.nodes()) {
      sightings.add(Sightings.of(node.client().with(key.text())));
    }
    try {
      for (Sightings each : sightings) {
        each.first(System.nanoTime(), s -> s.status() == Sightings.GRANTED);
      }
      take.run();
      long gone = System.nanoTime();
      pass(Duration.ofSeconds(10));
      for (Member node : fleet.nodes()) {
        assertThat(node.client().get("/health/readiness").status()).isEqualTo(503);
      }
      long returning = System.nanoTime();
      giveBack.run();
      long back = System.nanoTime();

      Latencies recovery = new Latencies(name + ", from its return to the last node's first grant");
      recovery.add(last(sightings, back, s -> s == Sightings.GRANTED) - back);
      recovery.print();
      for (Sightings each : sightings) {
        assertThat(each.all())
            .filteredOn(s -> s.asked() - gone >= BOUND.toNanos() && s.answered() - returning < 0)
            .isNotEmpty()
            .allMatch(s -> s.status() == 503);
      }
      fleet.nodes().forEach(FleetOnServerTest::awaitReady);
    } finally {
      for (Sightings each : sightings) {
        each.close();
      }
    }
  }

  @Test
  @Order(10)
  void aNodeTellsHowOldItsViewIs() {
    String figures = fleet.nodes().getLast().client().get("/prometheus").isStatus(200).body();

    assertThat(figures)
        .contains(
            "latchkey_feed_lag_seconds_bucket",
            "latchkey_feed_age_seconds",
            "latchkey_credentials_held",
            "latchkey_credentials_lookups_total");
  }

  private static void assertRefusedAtOnce(Sightings here, long off) {
    here.first(off, s -> s.status() != Sightings.GRANTED);
    assertThat(here.grantedSince(off)).as("granted by the node that revoked, after it said so").isEmpty();
  }

  private static void assertNoGrantAfterTheBound(List<Sightings> sightings, long off) {
    for (Sightings each : sightings) {
      assertThat(each.grantedSince(off + BOUND.toNanos())).as("granted although it was revoked long before").isEmpty();
    }
  }

  /** How long after that moment somebody asked and was let in. */
  private static long lastGrantSince(Sightings sightings, long off) {
    return sightings.grantedSince(off).stream().mapToLong(s -> s.asked() - off).max().orElse(0);
  }

  /** When the last of all had its first answer of that kind. */
  private static long last(List<Sightings> sightings, long since, IntPredicate status) {
    long last = since;
    for (Sightings each : sightings) {
      last = Math.max(last, each.first(since, s -> status.test(s.status())).answered());
    }
    return last;
  }

  private static void awaitReady(Member node) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (node.client().get("/health/readiness").status() != 200) {
      assertThat(end - System.nanoTime()).as("time left for " + node.name() + " to be ready again").isPositive();
    }
  }

  /** The promise is about time, so time has to pass. */
  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

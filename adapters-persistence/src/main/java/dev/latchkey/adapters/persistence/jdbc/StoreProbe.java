package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.application.port.StoreUnavailable;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Checks whether the database can be read and written by doing both. At most one probe runs at a time, and its result
 * is reused for half a second.
 */
@Singleton
final class StoreProbe {

  /** Readiness checks respond within one second. */
  static final Duration LONGEST = Duration.ofMillis(800);

  private static final long SERVES_NANOS = Duration.ofMillis(500).toNanos();

  private final Database database;
  private final ProbeRepository probes;
  private final DatabaseServers servers;
  private final ExecutorService threads;
  private final InstantSource wallClock;
  private final LongSupplier nanos;
  private CompletableFuture<State> last = CompletableFuture.completedFuture(State.UNREACHABLE);
  private volatile boolean read;
  private long began;
  private boolean probed;

  @Inject
  StoreProbe(
      Database database,
      ProbeRepository probes,
      DatabaseServers servers,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this(database, probes, servers, threads, InstantSource.system(), System::nanoTime);
  }

  StoreProbe(
      Database database,
      ProbeRepository probes,
      DatabaseServers servers,
      ExecutorService threads,
      InstantSource wallClock,
      LongSupplier nanos) {
    this.database = database;
    this.probes = probes;
    this.servers = servers;
    this.threads = threads;
    this.wallClock = wallClock;
    this.nanos = nanos;
  }

  /** The state of the database. */
  enum State {
    /** The database does not respond, or not in time. */
    UNREACHABLE,
    /** The database responds but rejects changes, or lets them wait. */
    READ_ONLY,
    /** A server of the database responds and is no online member of its group. */
    NOT_IN_ITS_GROUP,
    WRITABLE
  }

  /** Returns the state, after 0.8 s at the latest. */
  synchronized CompletableFuture<State> state() {
    if (!probed || (last.isDone() && nanos.getAsLong() - began >= SERVES_NANOS)) {
      probed = true;
      read = false;
      began = nanos.getAsLong();
      last = CompletableFuture.supplyAsync(() -> probe(), threads);
    }
    return last.copy()
        .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(_ -> read ? State.READ_ONLY : State.UNREACHABLE);
  }

  private State reason() {
    return switch (servers.availability()) {
      case READ_ONLY -> State.READ_ONLY;
      case NOT_IN_ITS_GROUP -> State.NOT_IN_ITS_GROUP;
      case AVAILABLE, UNREACHABLE -> State.UNREACHABLE;
    };
  }

  private State probe() {
    try {
      database.run(probes::read);
      read = true;
    } catch (StoreUnavailable | ConstraintViolation unreachable) {
      return reason();
    }
    try {
      database.run(() -> probes.write(wallClock.instant()));
      return State.WRITABLE;
    } catch (StoreUnavailable | ConstraintViolation refused) {
      return State.READ_ONLY;
    }
  }
}

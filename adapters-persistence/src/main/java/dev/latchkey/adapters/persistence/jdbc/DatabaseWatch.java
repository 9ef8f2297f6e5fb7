package dev.latchkey.adapters.persistence.jdbc;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts work that waits for an unresponsive database. The polls of the change feed, which are short and take no locks,
 * distinguish such a database from one that executes a long statement. When a poll has no response for 500 ms, every
 * connection that has been in use for as long is aborted, and its caller receives {@code StoreUnavailable}. A long
 * statement on a responsive database continues.
 */
@Singleton
public final class DatabaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  private static final Duration BETWEEN_TICKS = Duration.ofMillis(50);

  /**
   * Counts ticks instead of time, so that a pause of this process does not count as a pause of the database: a response
   * that arrives during the pause is read before the ticks have elapsed. Fewer than fit into the time limit of a poll.
   */
  static final int TICKS_IN_SILENCE = 10;

  private static final long NOT_ASKED = -1;

  private final Set<Work> working = ConcurrentHashMap.newKeySet();
  private final AtomicLong looks = new AtomicLong();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long unanswered = NOT_ASKED;
  private long lastSeen = NOT_ASKED;
  private volatile int lookTicks;
  private volatile boolean silent;
  private @Nullable Thread thread;

  /** A connection in use, and the number of ticks since its work began. */
  private static final class Work {

    private final Connection connection;
    private int ticks;

    Work(Connection connection) {
      this.connection = connection;
    }
  }

  /** Records that the change feed queries the database from now on, until {@link #ended}. */
  public void query() {
    unanswered = looks.incrementAndGet();
  }

  /**
   * Records that the query of the change feed ended.
   *
   * @param answered whether the database responded; false where the connection was refused or closed, or timed out
   */
  public void ended(boolean answered) {
    // An immediate failure does not count as unresponsive. It does not end the silence either: the polls try other
    // servers, while work still waits for the one that was cut off.
    if (answered) {
      silent = false;
    }
    unanswered = NOT_ASKED;
  }

  /** Runs work on the connection, which is aborted if the database becomes unresponsive. */
  <T> T during(Connection connection, Supplier<T> statements) {
    Work work = new Work(connection);
    working.add(work);
    try {
      return statements.get();
    } finally {
      working.remove(work);
    }
  }

  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("database-watch").start(this::run);
    }
  }

  private void run() {
    try {
      while (!stopped.await(BETWEEN_TICKS.toMillis(), TimeUnit.MILLISECONDS)) {
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts one tick. Only one thread may call this method. */
  void tick() {
    long look = unanswered;
    int ticks = look != NOT_ASKED && look == lastSeen ? lookTicks + 1 : 0;
    lookTicks = ticks;
    lastSeen = look;
    if (ticks >= TICKS_IN_SILENCE) {
      silent = true;
    }
    for (Work work : working) {
      work.ticks++;
      if (silent && work.ticks >= TICKS_IN_SILENCE) {
        abort(work);
      }
    }
  }

  private void abort(Work work) {
    working.remove(work);
    try {
      work.connection.abort(Runnable::run);
    } catch (SQLException alreadyClosed) {
      LOG.debug("A connection could not be aborted, SQL state {}", alreadyClosed.getSQLState());
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }
}

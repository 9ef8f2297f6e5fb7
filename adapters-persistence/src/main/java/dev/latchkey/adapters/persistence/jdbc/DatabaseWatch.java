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
 * Ends work that waits for a database that does not answer. Such a database is told from one that takes long over a statement
 * by the looks at the change feed, which are short and take no locks: when one is not answered for 600 ms, all connections
 * that have been at work for as long are aborted, and their callers find the store unavailable. A long statement on a
 * database that answers others goes on.
 */
@Singleton
public final class DatabaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  private static final Duration BETWEEN_TICKS = Duration.ofMillis(50);

  /**
   * Ticks and not time, so that a pause of this process is not taken for one of the database: an answer that came meanwhile
   * is read before the ticks are over.
   */
  static final int TICKS_IN_SILENCE = 12;

  private static final long NOT_ASKED = -1;

  private final Set<Work> working = ConcurrentHashMap.newKeySet();
  private final AtomicLong looks = new AtomicLong();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long unanswered = NOT_ASKED;
  private long lastSeen = NOT_ASKED;
  private volatile int lookTicks;
  private volatile boolean silent;
  private @Nullable Thread thread;

  /** What a connection is at, and for how many ticks. */
  private static final class Work {

    private final Connection connection;
    private int ticks;

    Work(Connection connection) {
      this.connection = connection;
    }
  }

  /** Notes that the change feed queries the database from now on, until {@link #ended}. */
  public void query() {
    unanswered = looks.incrementAndGet();
  }

  /**
   * Notes that the query of the change feed ended.
   *
   * @param answered whether the database answered; else the connection was refused or closed, or took too long
   */
  public void ended(boolean answered) {
    // A refusal at once is no silence. After a long wait for nothing the next look goes on with it.
    if (answered || lookTicks < TICKS_IN_SILENCE) {
      silent = false;
    }
    unanswered = NOT_ASKED;
  }

  /** Does work on the connection, which is aborted where the database does not answer. */
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

  /** Called by one thread. */
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

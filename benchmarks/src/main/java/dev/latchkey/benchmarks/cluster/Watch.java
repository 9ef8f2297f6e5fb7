package dev.latchkey.benchmarks.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches the members of the database and notes when one begins to take writes: after an election of a group, with a new
 * view of a Galera cluster, or when a single server answers again.
 */
final class Watch implements AutoCloseable {

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Cluster cluster;
  private final History history;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Integer, String> values = new HashMap<>();
  private final List<Long> elections = new ArrayList<>();

  private Watch(Cluster cluster, History history) {
    this.cluster = cluster;
    this.history = history;
  }

  static Watch start(Cluster cluster, History history) {
    Watch watch = new Watch(cluster, history);
    for (int member : cluster.members()) {
      watch.threads.add(Thread.ofPlatform().name("watch-" + member).start(() -> watch.run(member)));
    }
    return watch;
  }

  /** Returns when a member began to take writes, of the times from one to another. */
  synchronized List<Long> elections(long from, long to) {
    return elections.stream().filter(time -> time >= from && time <= to).toList();
  }

  /** Returns the members that take writes now. */
  synchronized Set<Integer> writable() {
    return Set.copyOf(values.keySet());
  }

  /** Returns the member with the most sessions of Latchkey; empty if there are none. */
  Optional<Integer> inUse() {
    String sessions = "SELECT COUNT(*) FROM information_schema.processlist WHERE user = '%s'"
        .formatted(cluster.setting("USERNAME"));
    Map<Integer, Long> counts = new HashMap<>();
    for (int member : writable()) {
      try (Connection connection = connect(member);
          Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery(sessions)) {
        found.next();
        counts.put(member, found.getLong(1));
      } catch (SQLException unreachable) {
        counts.put(member, 0L);
      }
    }
    return counts.entrySet().stream().filter(count -> count.getValue() > 0).max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private void run(int member) {
    try {
      while (!ended.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        watch(member);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks again on one connection until it is lost. */
  private void watch(int member) throws InterruptedException {
    try (Connection connection = connect(member);
        Statement statement = connection.createStatement()) {
      do {
        note(member, value(statement));
      } while (!ended.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (SQLException unreachable) {
      note(member, Optional.empty());
    }
  }

  private Connection connect(int member) throws SQLException {
    String url = "jdbc:mysql://" + cluster.address(member) + "/?connectTimeout=1000&socketTimeout=1000";
    return DriverManager.getConnection(url, cluster.setting("ADMIN_USERNAME"), cluster.setting("PASSWORD"));
  }

  private Optional<String> value(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery(cluster.topology().statement())) {
      return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
    }
  }

  private synchronized void note(int member, Optional<String> value) {
    Optional<String> before = Optional.ofNullable(values.get(member));
    if (value.isPresent() && !value.equals(before)) {
      elections.add(history.now());
    }
    value.ifPresentOrElse(text -> values.put(member, text), () -> values.remove(member));
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

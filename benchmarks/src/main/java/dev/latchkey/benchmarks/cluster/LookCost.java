package dev.latchkey.benchmarks.cluster;

import dev.latchkey.adapters.persistence.feed.FeedConnection;
import dev.latchkey.adapters.persistence.server.Availability;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.adapters.persistence.server.OpenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what the reads of the change feed cost the server that all nodes use: each simulated node has a connection and
 * reads ten times a second. The same without the setting that makes a read current is the comparison.
 */
public final class LookCost {

  private static final List<Integer> NODES = List.of(1, 10, 100);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration TO_WARM_UP = Duration.ofSeconds(5);

  /** Field of /proc/PID/stat, counted after the name of the command, and the one after it: ticks in user and system mode. */
  private static final int USER_TICKS = 11;
  private static final double TICKS_A_SECOND = 100;

  private final Cluster cluster;
  private final Duration measured;

  private LookCost(Cluster cluster, Duration measured) {
    this.cluster = cluster;
    this.measured = measured;
  }

  /** Takes the kind of the database, for how many seconds each row is measured, and a file for the log of a node. */
  public static void main(String[] arguments) throws Exception {
    Topology topology = Topology.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    Cluster cluster = new Cluster(topology);
    makeSchema(cluster, Path.of(arguments[2]));
    new LookCost(cluster, Duration.ofSeconds(Long.parseLong(arguments[1]))).run();
  }

  private static void makeSchema(Cluster cluster, Path file) {
    try (Node node = Node.start("a", cluster, file); History history = History.begin(file)) {
      node.awaitReady(new Api(node, history));
    }
  }

  /** How one kind of read did. */
  private record Row(int statements, double core, Latencies latencies) {}

  private void run() throws InterruptedException {
    int member = cluster.topology() == Topology.GROUP ? Integer.parseInt(cluster.run("primary", 30)) : 1;
    System.out.println(
        "| nodes | reads | statements a second | CPU of the server | p50 | p99 | max |\n"
            + "| --- | --- | --- | --- | --- | --- | --- |");
    for (int nodes : NODES) {
      for (boolean current : List.of(false, true)) {
        Row row = measure(member, nodes, current);
        System.out.printf(
            Locale.ROOT, "| %d | %s | %.0f | %.1f%% of a core | %s | %s | %s |%n", nodes,
            current ? "current" : "plain", row.statements() / (double) measured.toSeconds(), 100 * row.core(),
            millis(row.latencies(), 0.5), millis(row.latencies(), 0.99), millis(row.latencies(), 1));
      }
    }
  }

  private static String millis(Latencies latencies, double share) {
    return String.format(Locale.ROOT, "%.2f ms", latencies.nanosAt(share) / 1e6);
  }

  private Row measure(int member, int nodes, boolean current) throws InterruptedException {
    Queue<Long> durations = new ConcurrentLinkedQueue<>();
    AtomicInteger failures = new AtomicInteger();
    long process = process(member);
    long begins = System.nanoTime() + TO_WARM_UP.toNanos();
    long ends = begins + measured.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      threads.add(Thread.ofPlatform().start(() -> {
        try {
          look(new OneServer(address(member), current, cluster.topology()), begins, ends, durations);
        } catch (SQLException | InterruptedException failed) {
          failures.incrementAndGet();
        }
      }));
    }
    Thread.sleep(TO_WARM_UP);
    double before = seconds(process);
    Thread.sleep(measured);
    double used = seconds(process) - before;
    for (Thread thread : threads) {
      thread.join();
    }
    if (failures.get() > 0) {
      throw new IllegalStateException(failures + " of " + nodes + " nodes could not read");
    }
    return new Row(durations.size(), used / measured.toSeconds(), Latencies.of(List.copyOf(durations)));
  }

  private String address(int member) {
    String url = "jdbc:mysql://" + cluster.address(member) + "/" + database()
        + "?useServerPrepStmts=true&connectTimeout=5000&socketTimeout=5000";
    return url + "&user=" + cluster.setting("USERNAME") + "&password=" + cluster.setting("PASSWORD");
  }

  private String database() {
    String url = cluster.setting("URL");
    return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
  }

  private static void look(OneServer server, long begins, long ends, Queue<Long> durations)
      throws SQLException, InterruptedException {
    FeedConnection feed = new FeedConnection(server);
    long position = feed.after(Long.MAX_VALUE).counted();
    Thread.sleep(ThreadLocalRandom.current().nextLong(BETWEEN_LOOKS.toMillis()));
    while (System.nanoTime() < ends) {
      long start = System.nanoTime();
      feed.after(position);
      if (start >= begins) {
        durations.add(System.nanoTime() - start);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    feed.close();
  }

  /** Returns the number of the server's process on this machine. */
  private long process(int member) {
    String address = "--bind-address=" + cluster.address(member).replaceFirst(":.*", "");
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().arguments().map(List::of).orElse(List.of()).contains(address))
        .mapToLong(ProcessHandle::pid).max()
        .orElseThrow(() -> new IllegalStateException("No process has the argument " + address));
  }

  private static double seconds(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return (Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(USER_TICKS + 1))) / TICKS_A_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One member, with reads that are current or not. */
  private record OneServer(String url, boolean current, Topology kind) implements DatabaseServers {

    private static final String TAKES_NO_WRITES_IN_A_GROUP = """
        (@@GLOBAL.super_read_only OR group_replication_get_write_concurrency() IS NULL)""";

    @Override
    public OpenServer open() throws SQLException {
      Connection connection = DriverManager.getConnection(url);
      if (current) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(setting());
        }
      }
      return new OpenServer(
          url, url, new dev.latchkey.adapters.persistence.server.Topology.Single(),
          current && kind == Topology.GROUP ? TAKES_NO_WRITES_IN_A_GROUP : "@@GLOBAL.read_only", connection);
    }

    private String setting() {
      return switch (kind) {
        case GROUP -> "SET SESSION group_replication_consistency = 'BEFORE'";
        case GALERA -> "SET SESSION wsrep_sync_wait = 1";
        case SINGLE -> "SET SESSION autocommit = 1";
      };
    }

    @Override
    public void proven(OpenServer server) {
      // There is no other server to use.
    }

    @Override
    public void failed(OpenServer server) {
      // There is no other server to try.
    }

    @Override
    public boolean uses(Connection connection) {
      return true;
    }

    @Override
    public Optional<dev.latchkey.adapters.persistence.server.Topology> topology() {
      return Optional.empty();
    }

    @Override
    public Availability availability() {
      return Availability.AVAILABLE;
    }
  }
}

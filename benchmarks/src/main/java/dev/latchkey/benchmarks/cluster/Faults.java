package dev.latchkey.benchmarks.cluster;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Injects faults into the database under load, and undoes them. */
final class Faults {

  /** A majority elects another primary 10 to 22 s after a cut, with the time limits that the servers have by default. */
  private static final Duration FOR_AN_ELECTION = Duration.ofMinutes(1);
  private static final Duration FOR_RECOVERY = Duration.ofMinutes(3);
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);
  private static final Duration WITHOUT_ALL = Duration.ofSeconds(6);
  /** Shorter and longer than the time after which a member is expelled. */
  private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(8),
      Duration.ofSeconds(20));

  private final Cluster cluster;
  private final Watch watch;
  private final History history;
  private final List<Api> nodes;

  Faults(Cluster cluster, Watch watch, History history, List<Api> nodes) {
    this.cluster = cluster;
    this.watch = watch;
    this.history = history;
    this.nodes = nodes;
  }

  /**
   * Injects a fault, undoes it, and waits until writes go on.
   *
   * @throws IllegalStateException if they do not
   */
  Injected inject(FaultKind kind, int round) {
    awaitSteady();
    long began = history.now();
    int target = target();
    String what = kind.label() + (kind == FaultKind.ROLLING_RESTART ? "" : ", member " + target);
    long repaired = injectAndRepair(kind, target, round);
    awaitSteady();
    Pause.of(AFTERWARDS);
    long finished = history.now();
    List<Long> elections = watch.elections(began, finished);
    List<Long> since = kind.holdsNodeOff() || elections.isEmpty() ? List.of(repaired) : elections;
    return new Injected(kind, what, gap(began, finished), afterElection(since, finished));
  }

  /** Returns when the fault ended, in the time of the history. It counts where the database elected nothing anew. */
  private long injectAndRepair(FaultKind kind, int target, int round) {
    return switch (kind) {
      case CRASH -> {
        cluster.run("kill", target);
        yield cluster.topology() == Topology.SINGLE ? healAfterOutage(kind) : healAfterElection(target);
      }
      case PAUSE -> {
        cluster.run("pause", target);
        long paused = history.now();
        Pause.of(PAUSES.get(round % PAUSES.size()));
        if (cluster.topology() == Topology.SINGLE) {
          history.add(new Entry.Outage(kind.label(), paused, history.now()));
        }
        cluster.run("resume", target);
        long resumed = history.now();
        cluster.run("heal", target);
        yield resumed;
      }
      case PRIMARY_CUT_OFF -> {
        cluster.run("cut", target);
        yield healAfterElection(target);
      }
      case SECONDARY_CUT_OFF -> {
        int secondary = other(target, round);
        cluster.run("cut", secondary);
        Pause.of(PAUSES.get(round % PAUSES.size()));
        long ended = history.now();
        cluster.run("heal", secondary);
        yield ended;
      }
      case NODE_CUT_OFF -> {
        cluster.run("cut", target, "from", nodes.get(round % nodes.size()).name());
        Pause.of(WITHOUT_ALL);
        long ended = history.now();
        cluster.run("heal", target);
        yield ended;
      }
      case PRIMARY_LEAVES -> {
        String node = nodes.get(round % nodes.size()).name();
        others(target).forEach(member -> cluster.run("cut", member, "from", node));
        cluster.run("sql", target, "STOP GROUP_REPLICATION");
        Pause.of(WITHOUT_ALL);
        others(target).forEach(member -> cluster.run("heal", member));
        long ended = history.now();
        cluster.run("heal", target);
        yield ended;
      }
      case PLANNED_SWITCH -> {
        switchFrom(target, round);
        yield history.now();
      }
      case ROLLING_RESTART -> {
        for (int member : cluster.members()) {
          cluster.run("restart", member);
          awaitSteady();
        }
        yield history.now();
      }
      case LOSS_OF_MAJORITY -> {
        cluster.run("kill", target);
        cluster.run("kill", other(target, round));
        yield healAfterOutage(kind);
      }
    };
  }

  /** All members of Galera take writes, so there a member leaves, as in maintenance. */
  private void switchFrom(int target, int round) {
    if (cluster.topology() == Topology.GALERA) {
      cluster.run("end", target);
      awaitWrites(history.now());
      cluster.run("heal", target);
    } else {
      cluster.run("switch", other(target, round));
    }
  }

  private long healAfterElection(int member) {
    awaitWrites(history.now());
    Pause.of(AFTERWARDS);
    cluster.run("heal", member);
    return history.now();
  }

  private long healAfterOutage(FaultKind kind) {
    long lost = history.now() + cluster.topology().answersAlone().toNanos();
    Pause.of(WITHOUT_ALL);
    history.add(new Entry.Outage(kind.label(), lost, history.now()));
    cluster.run("heal");
    return history.now();
  }

  /** The primary of a group, or the member that the nodes use. */
  private int target() {
    Set<Integer> writable = watch.writable();
    if (cluster.topology() != Topology.GALERA) {
      return writable.stream().findFirst().orElseThrow(() -> new IllegalStateException("No member takes writes"));
    }
    return watch.inUse().orElseThrow(() -> new IllegalStateException("No member is used"));
  }

  private int other(int member, int round) {
    List<Integer> others = others(member);
    return others.get(round % others.size());
  }

  private List<Integer> others(int member) {
    return cluster.members().stream().filter(each -> each != member).toList();
  }

  /** Waits until each node acknowledges a change, if an election comes in time. */
  private void awaitWrites(long since) {
    Pause.until(FOR_AN_ELECTION, () -> nodes.stream().allMatch(node -> writesAgain(node, since)));
  }

  private void awaitSteady() {
    long since = history.now();
    boolean steady = Pause
        .until(FOR_RECOVERY, () -> nodes.stream().allMatch(node -> writesAgain(node, since) && node.isReady()));
    if (!steady) {
      throw new IllegalStateException("The nodes did not recover within " + FOR_RECOVERY.toSeconds() + " s");
    }
  }

  private static boolean writesAgain(Api node, long since) {
    return node.writeTimes().firstAskedAfter(since).isPresent();
  }

  private Duration gap(long from, long to) {
    return Duration.ofNanos(nodes.stream().mapToLong(node -> node.writeTimes().longestGap(from, to)).max().orElse(0));
  }

  private Duration afterElection(List<Long> elections, long finished) {
    long longest = 0;
    for (long election : elections) {
      for (Api node : nodes) {
        OptionalLong first = node.writeTimes().firstAfter(election);
        longest = Math.max(longest, first.orElse(finished) - election);
      }
    }
    return Duration.ofNanos(longest);
  }
}

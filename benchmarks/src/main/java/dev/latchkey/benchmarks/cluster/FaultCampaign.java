package dev.latchkey.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs two nodes on a replicated database, injects faults under load, and checks the history of all calls. Ends with
 * status 1 if a promise was broken or a limit was exceeded.
 */
public final class FaultCampaign {

  private static final String PEPPERS = "bench:bm8gc2VjcmV0LCBmb3IgYmVuY2htYXJrcyBhbG9uZSE=";
  private static final List<String> HOSTS = List.of("a", "b");
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration BEFORE_THE_FIRST_FAULT = Duration.ofSeconds(10);
  private static final int PORT = 8080;

  private final Cluster cluster;
  private final int rounds;
  private final Path file;
  private final List<FaultKind> kinds;
  private final List<Injected> injected = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  private FaultCampaign(Cluster cluster, int rounds, Path file, List<FaultKind> kinds) {
    this.cluster = cluster;
    this.rounds = rounds;
    this.file = file;
    this.kinds = kinds;
  }

  /**
   * Takes the kind of the database ({@code group}, {@code galera} or {@code single}), how often each fault is injected, the
   * file for the history, and the kinds of faults, all of them if none is named; or {@code check} and the file of a history.
   */
  public static void main(String[] arguments) {
    if (arguments.length == 2 && arguments[0].equals("check")) {
      System.exit(report(History.read(Path.of(arguments[1])), List.of()));
    }
    if (arguments.length < 3) {
      System.err.println("Usage: group|galera|single ROUNDS FILE [FAULT...], or check FILE");
      System.exit(2);
    }
    Cluster cluster = new Cluster(Topology.valueOf(upperCase(arguments[0])));
    List<FaultKind> named = Stream.of(arguments).skip(3).map(name -> FaultKind.valueOf(upperCase(name))).toList();
    FaultCampaign campaign = new FaultCampaign(
        cluster, Integer.parseInt(arguments[1]), Path.of(arguments[2]), named.isEmpty() ? possible(cluster) : named);
    System.exit(campaign.run());
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static List<FaultKind> possible(Cluster cluster) {
    return cluster.topology().faults().stream().filter(kind -> cluster.hasNetwork() || !kind.needsNetwork()).toList();
  }

  private int run() {
    try (History history = History.begin(file)) {
      List<Node> servers = HOSTS.stream().map(this::start).toList();
      try {
        List<Api> nodes = servers.stream().map(server -> new Api(server, history)).toList();
        awaitStart(servers, nodes);
        injectAll(history, nodes);
      } finally {
        servers.forEach(Node::close);
      }
      FaultTable.print(cluster.topology(), rounds, injected);
      return report(history.entries(), failures);
    }
  }

  private void injectAll(History history, List<Api> nodes) {
    try (Watch watch = Watch.start(cluster, history)) {
      Load load = Load.start(nodes);
      Pause.of(BEFORE_THE_FIRST_FAULT);
      noteFailure("The campaign stopped", () -> injectAll(new Faults(cluster, watch, history, nodes), load));
      noteFailure("The load failed", load::end);
      noteFailure("The final state was not read", load::readAll);
    }
  }

  /** A campaign that stops early is checked as far as it went, and fails. */
  private void noteFailure(String what, Runnable step) {
    try {
      step.run();
    } catch (IllegalStateException stopped) {
      failures.add(what + ": " + stopped.getMessage());
      System.out.println(failures.getLast());
    }
  }

  private void injectAll(Faults faults, Load load) {
    for (int round = 0; round < rounds; round++) {
      for (FaultKind kind : kinds) {
        Injected fault = faults.inject(kind, round);
        injected.add(fault);
        failures.addAll(fault.exceeded());
        System.out.printf("%d/%d %s%n", round + 1, rounds, fault.described());
        load.failIfBroken();
      }
    }
  }

  private Node start(String name) {
    Map<String, String> settings = Map.of(
        "LATCHKEY_OPERATOR_TOKEN", Api.OPERATOR_TOKEN,
        "LATCHKEY_PEPPERS", PEPPERS,
        "LATCHKEY_DB_URL", cluster.setting("URL"),
        "LATCHKEY_DB_USERNAME", cluster.setting("USERNAME"),
        "LATCHKEY_DB_PASSWORD", cluster.setting("PASSWORD"));
    Path log = file.resolveSibling(file.getFileName() + "." + name + ".log");
    return Node.start(
        name, cluster.onHost(name), cluster.addressOfHost(name), cluster.hasNetwork() ? PORT : freePort(), settings,
        log);
  }

  private void awaitStart(List<Node> servers, List<Api> nodes) {
    Pause.until(
        TO_START, () -> nodes.stream().allMatch(Api::isReady) || servers.stream().anyMatch(Node::hasEnded));
    if (!nodes.stream().allMatch(Api::isReady)) {
      throw new IllegalStateException(
          "A node ended, or is not ready after " + TO_START.toSeconds() + " s. See the logs beside " + file);
    }
  }

  /** Prints what the history says and returns the exit status. */
  private static int report(List<Entry> history, List<String> failures) {
    Revocations revocations = Revocations.of(history);
    List<Violation> violations = HistoryCheck.violations(history);
    FaultTable.print(revocations);
    CallTable.print(history);
    Map<Violation.Kind, Integer> counts = new EnumMap<>(Violation.Kind.class);
    for (Violation violation : violations) {
      if (counts.merge(violation.kind(), 1, Integer::sum) <= 10) {
        System.out.println(violation.described());
      }
    }
    failures.forEach(failure -> System.out.println("Failed: " + failure));
    System.out.printf("%nviolations: %s%n", counts.isEmpty() ? "none" : counts);
    return violations.isEmpty() && failures.isEmpty() ? 0 : 1;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

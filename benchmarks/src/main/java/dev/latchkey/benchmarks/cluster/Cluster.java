package dev.latchkey.benchmarks.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The servers of the database, and the script that starts them and breaks them. */
final class Cluster {

  private final Topology topology;

  Cluster(Topology topology) {
    this.topology = topology;
  }

  Topology topology() {
    return topology;
  }

  String setting(String name) {
    String value = System.getenv(topology.prefix() + name);
    if (value == null) {
      throw new IllegalStateException(
          topology.prefix() + name + " is not set. Start the servers and set the variables: see .ci/cluster.");
    }
    return value;
  }

  /** Whether each member, and each node, is on a host of its own. */
  boolean hasNetwork() {
    return setting("NETWORK").equals("true");
  }

  List<Integer> members() {
    return IntStream.rangeClosed(1, Integer.parseInt(setting("MEMBERS"))).boxed().toList();
  }

  String address(int member) {
    return List.of(setting("HOSTS").split(",", -1)).get(member - 1);
  }

  /** The words before a command that run it on a host for a program that uses the database. */
  List<String> onHost(String host) {
    return hasNetwork() ? List.of(setting("CONTROL"), "on", host) : List.of();
  }

  String addressOfHost(String host) {
    return hasNetwork() ? setting("HOST_" + host.toUpperCase(Locale.ROOT)) : "127.0.0.1";
  }

  /**
   * Runs a verb of the script and returns what it printed.
   *
   * @throws IllegalStateException if it fails
   */
  String run(Object... verb) {
    List<String> command = new ArrayList<>(List.of(setting("CONTROL")));
    for (Object word : verb) {
      command.add(word.toString());
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output;
      try (InputStream stream = process.getInputStream()) {
        output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

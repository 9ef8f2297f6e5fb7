package dev.latchkey.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of Latchkey in a process of its own. */
record Node(String name, String address, int port, Process process) implements AutoCloseable {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Starts the server and does not wait for it.
   *
   * @param host the words before a command that run it on the host of this node; empty for this machine
   * @param settings all settings of the server except its address
   * @param log where its output goes
   */
  static Node start(
      String name, List<String> host, String address, int port, Map<String, String> settings, Path log) {
    List<String> command = new ArrayList<>(host);
    // Settings of the scripts begin like those of the server, which refuses unknown ones.
    command.add("env");
    System.getenv().keySet().stream().filter(setting -> setting.startsWith("LATCHKEY_"))
        .forEach(setting -> command.addAll(List.of("-u", setting)));
    settings.forEach((setting, value) -> command.add(setting + "=" + value));
    command.addAll(List.of("LATCHKEY_HOST=" + address, "LATCHKEY_PORT=" + port, JAVA, "-Xmx256m", "-XX:+UseSerialGC",
        "-jar", System.getProperty("benchmarks.jar")));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Node(name, address, port, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://" + address + ":" + port + path);
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

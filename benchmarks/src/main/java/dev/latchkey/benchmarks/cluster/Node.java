package dev.latchkey.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of Latchkey in a process of its own. */
record Node(String name, String address, int port, Process process, Path log) implements AutoCloseable {

  private static final String PEPPERS = "bench:bm8gc2VjcmV0LCBmb3IgYmVuY2htYXJrcyBhbG9uZSE=";
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final int PORT = 8080;

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Starts a server on the database and does not wait for it. It has no settings but the necessary ones.
   *
   * @param name the host, "a" or "b"
   * @param file beside it is the log
   */
  static Node start(String name, Cluster cluster, Path file) {
    Map<String, String> settings = Map.of(
        "LATCHKEY_OPERATOR_TOKEN", Api.OPERATOR_TOKEN,
        "LATCHKEY_PEPPERS", PEPPERS,
        "LATCHKEY_DB_URL", cluster.setting("URL"),
        "LATCHKEY_DB_USERNAME", cluster.setting("USERNAME"),
        "LATCHKEY_DB_PASSWORD", cluster.setting("PASSWORD"));
    Path log = file.resolveSibling(file.getFileName() + "." + name + ".log");
    return start(
        name, cluster.onHost(name), cluster.addressOfHost(name), cluster.hasNetwork() ? PORT : freePort(), settings,
        log);
  }

  private static Node start(
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
      return new Node(name, address, port, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://" + address + ":" + port + path);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the server is ready.
   *
   * @throws IllegalStateException if it ends instead, or is not ready after two minutes
   */
  void awaitReady(Api api) {
    Pause.until(TO_START, () -> !process.isAlive() || api.isReady());
    if (!api.isReady()) {
      throw new IllegalStateException(
          "Node " + name + (process.isAlive() ? " is not ready" : " ended") + ". Its log is " + log);
    }
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

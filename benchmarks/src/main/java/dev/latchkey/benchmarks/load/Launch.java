package dev.latchkey.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, on 127.0.0.1 and on one core.
 *
 * @param toReady how long it took until it answered
 */
record Launch(Process process, int port, Duration toReady) implements AutoCloseable {

  static final String SERVER_CORE = "0";
  static final String LOAD_CORE = "1";

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The bare server that ours is compared with. */
  static Launch hello(List<String> options) {
    int port = freePort();
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", System.getProperty("benchmarks.hello"), "dev.latchkey.benchmarks.hello.HelloServer",
        Integer.toString(port)));
    return start(SERVER_CORE, command, Map.of(), port, "/hello");
  }

  /** Our server from its jar. */
  static Launch latchkey(String cores, List<String> options, Map<String, String> settings) {
    int port = freePort();
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-jar", System.getProperty("benchmarks.jar")));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("LATCHKEY_HOST", "127.0.0.1");
    environment.put("LATCHKEY_PORT", Integer.toString(port));
    return start(cores, command, environment, port, "/health/readiness");
  }

  private static Launch start(
      String cores, List<String> options, Map<String, String> environment, int port, String path) {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", cores, JAVA));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(new File(Scratch.LOG)));
    long began = System.nanoTime();
    try {
      Process process = builder.start();
      Launch launch = new Launch(process, port, Duration.ZERO);
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      while (!launch.answers(path)) {
        if (!process.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
          launch.close();
          throw new IllegalStateException(
              "The server did not start. It said:\n" + Files.readString(Path.of(Scratch.LOG)));
        }
        pause();
      }
      return new Launch(process, port, Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers(String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Sends JSON with a token and gives the body of the answer, which has to be a success. */
  String post(String path, String token, String json) {
    return send("POST", path, token, json);
  }

  /** The same with the method PATCH. */
  String patch(String path, String token, String json) {
    return send("PATCH", path, token, json);
  }

  private String send(String method, String path, String token, String json) {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json)).build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " was answered with " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

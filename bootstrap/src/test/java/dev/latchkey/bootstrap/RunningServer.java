package dev.latchkey.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in a process of its own, with nothing in its environment but what it is given. */
public final class RunningServer implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Latchkey is ready on (http://\\S+)");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private RunningServer(Process process) {
    this.process = process;
    Thread.ofVirtual().name("output").start(this::read);
  }

  /** Starts the server on any free port and waits until it is ready. */
  public static RunningServer start(Path dataDir, Map<String, String> more) {
    RunningServer server = launch(dataDir, more);
    server.url();
    return server;
  }

  /** Starts the program and does not wait for anything. */
  public static RunningServer launch(Path dataDir, Map<String, String> more, String... arguments) {
    return launch(System.getProperty("java.class.path"), dataDir, more, arguments);
  }

  /** Starts the program of another class path and does not wait for anything. */
  static RunningServer launch(String classPath, Path dataDir, Map<String, String> more, String... arguments) {
    try {
      return new RunningServer(process(classPath, dataDir, more, arguments).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the program to its end and returns what it wrote to its standard output alone. */
  static String standardOutput(Path dataDir, Map<String, String> more, String... arguments) {
    try {
      Process process = process(System.getProperty("java.class.path"), dataDir, more, arguments)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder process(
      String classPath, Path dataDir, Map<String, String> more, String... arguments) {
    List<String> command = new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // For a quick start; a server that lives longer does without.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            Latchkey.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(dataDir.getParent().toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LATCHKEY_DATA_DIR", dataDir.toString());
    environment.put("LATCHKEY_HOST", "127.0.0.1");
    environment.put("LATCHKEY_PORT", "0");
    environment.putAll(more);
    return builder;
  }

  public URI url() {
    return URI.create(awaitLine(READY).group(1));
  }

  public Client client() {
    return new Client(url());
  }

  /** Waits until the pattern is found in a line. */
  public void awaitOutput(Pattern pattern) {
    awaitLine(pattern);
  }

  /** Waits for a line in which the pattern is found. */
  Matcher awaitLine(Pattern pattern) {
    return awaitLines(pattern, 1).getFirst();
  }

  /** Waits for so many lines in which the pattern is found. */
  List<Matcher> awaitLines(Pattern pattern, int count) {
    long end = System.nanoTime() + LONGEST.toNanos();
    synchronized (lines) {
      while (true) {
        List<Matcher> found = lines.stream().map(pattern::matcher).filter(Matcher::find).limit(count).toList();
        if (found.size() == count) {
          return found;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (ended || left <= 0) {
          throw new AssertionError("The server never said " + count + " times " + pattern + " but:\n" + output());
        }
        await(left);
      }
    }
  }

  /** All that was said so far, on both streams. */
  public String output() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  /** Waits for the end of the process and of what it says. */
  public int exitStatus() {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The server does not end:\n" + output());
      }
      synchronized (lines) {
        while (!ended) {
          lines.wait(LONGEST.toMillis());
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Tells the server to stop, as an init system does, and does not wait. */
  void terminate() {
    process.destroy();
  }

  /** Tells the server to stop and waits for its exit status. */
  public int stop() {
    terminate();
    return exitStatus();
  }

  /** Ends the process at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    exitStatus();
  }

  /** Stops the process where it stands, as {@code kill -STOP} does, until it is resumed. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (status != 0) {
        throw new AssertionError("kill -" + name + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void await(long millis) {
    try {
      lines.wait(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void read() {
    try (BufferedReader reader = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException theStreamWasCut) {
      add("(cut off)");
    } finally {
      synchronized (lines) {
        ended = true;
        lines.notifyAll();
      }
    }
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }
}

package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw.
 *
 * @param failed answers that were neither 2xx nor 3xx
 */
record Wrk(long requests, double perSecond, long failed, long socketErrors) {

  private static final int CONNECTIONS = 32;
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern ERRORS = Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+)");

  /** Drives a server for so many seconds, from the core that is not the server's. */
  static Wrk drive(Route route, int port, int seconds) {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", Launch.LOAD_CORE, "wrk", "-t1", "-c" + CONNECTIONS,
        "-d" + seconds + "s"));
    route.headers().forEach(header -> command.addAll(List.of("-H", header)));
    route.script().ifPresent(script -> command.addAll(List.of("-s", script.toString())));
    command.add("http://127.0.0.1:" + port + route.path());
    String output = output(command);
    Wrk seen = new Wrk((long) number(REQUESTS, output), number(RATE, output), (long) number(FAILED, output),
        (long) number(ERRORS, output));
    if (seen.requests == 0 || seen.socketErrors > 0 || seen.failed != (route.refused() ? seen.requests : 0)) {
      throw new IllegalStateException(route.name() + " was not answered as it should be:\n" + output);
    }
    return seen;
  }

  static String output(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command.getFirst() + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double number(Pattern pattern, String output) {
    Matcher found = pattern.matcher(output);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }
}

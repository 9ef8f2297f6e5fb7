package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks for whoami with a valid key again and again, and reads the server's memory, until it is ended. */
final class Samples {

  private static final long BETWEEN_MILLIS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int ROUNDS_A_FIGURE = 100;

  private final Launch server;
  private final String key;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Double> millis = new ArrayList<>();
  private final Thread thread;
  private int failed;
  private long resident;
  private double heap;

  private Samples(Launch server, String key) {
    this.server = server;
    this.key = key;
    this.thread = Thread.ofPlatform().name("samples").start(this::run);
  }

  /** What was seen: the waits of the valid key, how often it was not served, and the most memory. */
  record Seen(List<Double> millis, int failed, long resident, double heap) {

    double millis(double share) {
      List<Double> sorted = millis.stream().sorted().toList();
      return sorted.isEmpty()
          ? Double.NaN
          : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
  }

  static Samples of(Launch server, String key) {
    return new Samples(server, key);
  }

  Seen end() throws InterruptedException {
    ended.countDown();
    thread.join();
    return new Seen(List.copyOf(millis), failed, resident, heap);
  }

  private void run() {
    HttpRequest whoami = request(server.uri(HttpComparison.WHOAMI)).header("Authorization", "Bearer " + key).build();
    try {
      for (int round = 0; !ended.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS); round++) {
        long began = System.nanoTime();
        boolean served = served(whoami);
        millis.add((System.nanoTime() - began) / 1e6);
        failed += served ? 0 : 1;
        resident = Math.max(resident, Machine.residentMebibytes(server.process().pid()));
        if (round % ROUNDS_A_FIGURE == 0) {
          readFigures();
        }
      }
      readFigures();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean served(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notServed) {
      return false;
    }
  }

  private void readFigures() throws InterruptedException {
    try {
      String figures = client.send(request(server.uri("/prometheus")).build(), BodyHandlers.ofString()).body();
      heap = Math.max(heap, sum(figures, "jvm_memory_used_bytes{area=\"heap\""));
    } catch (IOException notServed) {
      failed++;
    }
  }

  private static double sum(String figures, String name) {
    return figures.lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum() / 1024 / 1024;
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LONGEST);
  }
}

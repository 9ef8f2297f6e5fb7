package dev.latchkey.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends a request with a disabled key every three seconds until it is ended: no more than are noted of one key. */
final class Refusals {

  private static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final HttpRequest request;
  private final Thread thread;
  private int refused;

  private Refusals(HttpRequest request) {
    this.request = request;
    this.thread = Thread.ofPlatform().name("refusals").start(this::run);
  }

  static Refusals of(Launch server, String disabledKey) {
    return new Refusals(
        HttpRequest.newBuilder(server.uri(HttpComparison.WHOAMI)).timeout(LONGEST)
            .header("Authorization", "Bearer " + disabledKey).build());
  }

  /** How many were answered as refused. */
  int end() throws InterruptedException {
    ended.countDown();
    thread.join();
    return refused;
  }

  private void run() {
    try {
      do {
        refused += isRefused() ? 1 : 0;
      } while (!ended.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isRefused() throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 401;
    } catch (IOException notAnswered) {
      return false;
    }
  }
}

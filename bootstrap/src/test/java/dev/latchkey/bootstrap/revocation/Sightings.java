package dev.latchkey.bootstrap.revocation;

import dev.latchkey.bootstrap.Client;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Someone who shows a key to one node again and again, with several requests at a time, and writes down what came back. */
final class Sightings implements AutoCloseable {

  static final int GRANTED = 200;

  private static final int AT_A_TIME = 3;

  /** So that the asking leaves the machine to the nodes. */
  private static final Duration BETWEEN = Duration.ofMillis(2);

  private final Client holder;
  private final List<Sighting> seen = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  /**
   * One request and its answer.
   *
   * @param asked when it was sent, by the clock of this process that nobody sets
   * @param answered when the answer was there
   * @param status of the answer; 0 where there was none
   */
  record Sighting(long asked, long answered, int status) {}

  private Sightings(Client holder) {
    this.holder = holder;
  }

  static Sightings of(Client holder) {
    Sightings sightings = new Sightings(holder);
    for (int i = 0; i < AT_A_TIME; i++) {
      sightings.threads.add(Thread.ofVirtual().start(sightings::ask));
    }
    return sightings;
  }

  private void ask() {
    while (!ended) {
      long asked = System.nanoTime();
      int status = status();
      add(new Sighting(asked, System.nanoTime(), status));
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private int status() {
    try {
      return holder.tryAnswer("GET", "/api/v2/auth/whoami", BodyPublishers.noBody()).status();
    } catch (IOException e) {
      return 0;
    }
  }

  private synchronized void add(Sighting sighting) {
    seen.add(sighting);
    notifyAll();
  }

  /** The first that is so and was asked for at that moment or later; waits for it. */
  synchronized Sighting first(long moment, Predicate<Sighting> so) {
    long end = System.nanoTime() + 90_000_000_000L;
    int from = 0;
    while (true) {
      for (; from < seen.size(); from++) {
        Sighting sighting = seen.get(from);
        if (sighting.asked() - moment >= 0 && so.test(sighting)) {
          return sighting;
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Never seen; the last was " + (seen.isEmpty() ? "none" : seen.getLast()));
      }
      await(left);
    }
  }

  /** Every one that was granted although it was asked for at that moment or later. */
  synchronized List<Sighting> grantedSince(long moment) {
    return seen.stream().filter(s -> s.status() == GRANTED && s.asked() - moment >= 0).toList();
  }

  synchronized List<Sighting> all() {
    return List.copyOf(seen);
  }

  synchronized void forget() {
    seen.clear();
  }

  private void await(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

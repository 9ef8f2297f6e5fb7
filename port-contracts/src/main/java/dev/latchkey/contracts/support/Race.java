package dev.latchkey.contracts.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs several tasks at the same moment. */
public final class Race {

  public static final int CONTESTANTS = 8;
  public static final int ROUNDS = 5;

  private Race() {}

  /** Starts all contestants at once and returns their results. */
  public static <T> List<T> of(IntFunction<Callable<T>> contestant) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CONTESTANTS);
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONTESTANTS)) {
      for (int i = 0; i < CONTESTANTS; i++) {
        Callable<T> run = contestant.apply(i);
        running.add(
            threads.submit(
                () -> {
                  start.await(1, TimeUnit.MINUTES);
                  return run.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(2, TimeUnit.MINUTES));
      }
      return results;
    }
  }
}

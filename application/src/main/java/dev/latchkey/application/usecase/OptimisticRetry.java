package dev.latchkey.application.usecase;

import dev.latchkey.application.port.StoreUnavailable;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats a read with a conditional write until no concurrent change comes between the two. */
final class OptimisticRetry {

  /**
   * The maximum number of attempts. With fair scheduling, no writer loses this often, however many of them change one
   * record; a writer that does receives an exception instead of retrying without limit.
   */
  static final int ATTEMPTS = 100;

  private OptimisticRetry() {}

  /**
   * Runs the attempt until it returns an outcome.
   *
   * @param attempt reads the current state and writes; empty if another writer came first
   * @throws StoreUnavailable after {@link #ATTEMPTS} attempts
   */
  static <T> T run(Supplier<Optional<T>> attempt) {
    for (int number = 1; number <= ATTEMPTS; number++) {
      Optional<T> outcome = attempt.get();
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw StoreUnavailable.contended(ATTEMPTS);
  }
}

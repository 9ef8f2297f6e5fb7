package dev.latchkey.application.port;

/**
 * Thrown if the store cannot be reached, does not respond in time, or was changed by other writers in each of
 * {@link #ATTEMPTS} attempts. The outcome of the call is unknown; a retry may succeed.
 */
public final class StoreUnavailable extends RuntimeException {

  /**
   * The maximum number of attempts to make a change when other writers come first. With fair scheduling, no writer
   * loses this often, however many of them change one record; a writer that does receives this exception instead of
   * retrying without limit.
   */
  public static final int ATTEMPTS = 100;

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception for a failure of the store.
   *
   * @param cause the exception of the store's library, which is logged and never returned to a caller
   */
  public StoreUnavailable(Throwable cause) {
    super("The store is unavailable", cause);
  }

  /**
   * Creates the exception for a change that lost to other writers {@link #ATTEMPTS} times in a row. Nothing was
   * changed.
   */
  public static StoreUnavailable contended() {
    return new StoreUnavailable(new IllegalStateException("Others changed it first " + ATTEMPTS + " times in a row"));
  }
}

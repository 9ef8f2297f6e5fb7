package dev.latchkey.application.port;

/**
 * Thrown if the store cannot be reached, does not respond in time, or was changed by other writers in every attempt. The
 * outcome of the call is unknown; a retry may succeed.
 */
public final class StoreUnavailable extends RuntimeException {

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
   * Creates the exception for a change that lost to other writers in each of its attempts. Nothing was changed.
   *
   * @param attempts the number of attempts
   */
  public static StoreUnavailable contended(int attempts) {
    return new StoreUnavailable(new IllegalStateException("Others changed it first " + attempts + " times in a row"));
  }
}

package dev.latchkey.application.port;

/**
 * The store could not be reached, did not respond in time, or had too many conflicting changes. The outcome of the
 * operation is unknown; a retry may succeed.
 */
public final class StoreUnavailable extends RuntimeException {

  /**
   * Maximum number of attempts at a change that conflicts with concurrent ones. Changes that are served in turn never
   * conflict this often, and the limit ends an endless retry.
   */
  public static final int ATTEMPTS = 100;

  private static final long serialVersionUID = 1L;

  /**
   * Reports a failure of the store.
   *
   * @param cause the exception of the store's library; it is logged and never shown to a caller
   */
  public StoreUnavailable(Throwable cause) {
    super("The store is unavailable", cause);
  }

  /** Reports {@link #ATTEMPTS} conflicts in a row. Nothing was changed. */
  public static StoreUnavailable contended() {
    return new StoreUnavailable(new IllegalStateException("Others changed it first " + ATTEMPTS + " times in a row"));
  }
}

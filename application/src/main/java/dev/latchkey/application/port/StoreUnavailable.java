package dev.latchkey.application.port;

/**
 * The store could not be reached, or did not answer in time. Nothing is known of what was asked; asking again may
 * help.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells that the store failed.
   *
   * @param cause what the store's own library said; it goes to the log and never to a caller
   */
  public StoreUnavailable(Throwable cause) {
    super("The store is unavailable", cause);
  }
}

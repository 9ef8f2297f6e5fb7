package dev.latchkey.application.port;

/**
 * The store could not be reached, did not answer in time, or was changed by others again and again. Nothing is known of
 * what was asked; asking again may help.
 */
public final class StoreUnavailable extends RuntimeException {

  /**
   * How often a change is made again because somebody else was first. However many change one thing at once, nobody
   * who is served in turn loses so often; whoever does is told to come back instead of going on for ever.
   */
  public static final int ATTEMPTS = 100;

  private static final long serialVersionUID = 1L;

  /**
   * Tells that the store failed.
   *
   * @param cause what the store's own library said; it goes to the log and never to a caller
   */
  public StoreUnavailable(Throwable cause) {
    super("The store is unavailable", cause);
  }

  /** Tells that somebody else was first, {@link #ATTEMPTS} times in a row. Nothing was changed. */
  public static StoreUnavailable contended() {
    return new StoreUnavailable(new IllegalStateException("Others changed it first " + ATTEMPTS + " times in a row"));
  }
}

package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import java.util.List;

/**
 * Compares the peppers of this server with those that the store's keys were sealed with. Every method throws
 * {@link StoreUnavailable} if the store cannot be reached.
 */
public interface ForCheckingPeppers {

  /** The finding about one version. */
  sealed interface Finding {

    String version();

    /** The pepper is the one that the store has recorded for this version. */
    record Same(String version) implements Finding {}

    /**
     * The store had no pepper recorded for this version, and has now recorded this one. No key is sealed under it yet.
     */
    record New(String version) implements Finding {}

    /**
     * The store had no pepper recorded for this version, and has now recorded this one. Whether it sealed the existing
     * keys is unknown.
     */
    record Adopted(String version, long keys) implements Finding {}

    /** The store has another pepper recorded for this version. */
    record Different(String version, long keys) implements Finding {}

    /** Keys are sealed under a pepper that this server does not have. */
    record Missing(String version, long keys) implements Finding {}
  }

  /** Compares each pepper with the store, and records those that the store does not have. */
  List<Finding> check();

  /** Compares each pepper with the store as {@link #check} does, and records nothing. */
  List<Finding> compare();

  /** Returns the versions for which the store has another pepper recorded. Changes nothing. */
  List<String> different();
}

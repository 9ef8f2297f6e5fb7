package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import java.util.List;

/**
 * Whether the peppers of this server are those that the store's keys were sealed with. Every method throws
 * {@link StoreUnavailable} where the store cannot be reached.
 */
public interface ForCheckingPeppers {

  /** What is known of one version. */
  sealed interface Finding {

    String version();

    /** The pepper is the one that the store knows under this version. */
    record Same(String version) implements Finding {}

    /** The store knew no pepper of this version, and knows this one from now on. No key is sealed under it yet. */
    record New(String version) implements Finding {}

    /**
     * The store knew no pepper of this version, and knows this one from now on. Whether it is the one that sealed the keys
     * cannot be known.
     */
    record Adopted(String version, long keys) implements Finding {}

    /** The store knows another pepper under this version. */
    record Different(String version, long keys) implements Finding {}

    /** Keys are sealed under a pepper that this server does not have. */
    record Missing(String version, long keys) implements Finding {}
  }

  /** Compares each pepper with the store, and makes those known that it does not know. */
  List<Finding> check();

  /** The versions under which the store knows another pepper. Changes nothing. */
  List<String> different();
}

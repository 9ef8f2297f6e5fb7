package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Examines a store and brings its data into the form that this server needs, before a server uses it. Every method
 * but explain throws {@link StoreUnavailable} if the store cannot be reached.
 */
public interface ForPreparingTheStore {

  /** Returns what the store is and what it guarantees, as sentences for the operator. */
  String describe();

  /** Examines whether a server can start on the store, and changes nothing. */
  StoreExamination examine();

  /**
   * Brings the data into the form that this server needs. Returns the steps that were done, in their order; none if the
   * data had this form.
   */
  List<String> migrate();

  /**
   * Removes the records of failed steps, so that migrate does them again, and accepts the present form of the steps that
   * were done. Returns what was changed; nothing if there was nothing to repair.
   */
  List<String> repair();

  /**
   * Explains for the operator why a server could not start on the store, with the remedy and without secrets; empty if
   * the cause is not known to be one of the store. Never fails.
   */
  Optional<Faulty> explain(StoreUnavailable failure);
}

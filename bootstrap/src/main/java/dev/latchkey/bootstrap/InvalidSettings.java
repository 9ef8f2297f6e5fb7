package dev.latchkey.bootstrap;

import java.util.List;

/** The server cannot start with these settings or beans. */
final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /**
   * Tells what is wrong.
   *
   * @param faults one sentence each, with the way out and without secrets
   */
  InvalidSettings(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** Returns what is wrong, one sentence each. */
  List<String> faults() {
    return faults;
  }
}

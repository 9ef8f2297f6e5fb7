package dev.latchkey.application.port.out;

/** The outcome of a conditional write. */
public enum Written {
  DONE,
  /** The version from which the change was made no longer exists: another write came first. Nothing was written. */
  STALE
}

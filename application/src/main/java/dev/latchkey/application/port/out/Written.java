package dev.latchkey.application.port.out;

/** How a conditional write ended. */
public enum Written {
  DONE,
  /** The version that the change was made from is no longer there: somebody else was first. Nothing was written. */
  STALE
}

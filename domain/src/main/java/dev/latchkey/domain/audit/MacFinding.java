package dev.latchkey.domain.audit;

/** What came of checking a MAC. */
public enum MacFinding {
  VALID,
  WRONG,
  /** The pepper of its version is not known here, so it was not checked. */
  UNKNOWN_PEPPER
}

package dev.latchkey.domain.audit;

/** The result of verifying a MAC. */
public enum MacFinding {
  VALID,
  WRONG,
  /** This server does not have the pepper of the MAC's version, so the MAC was not verified. */
  UNKNOWN_PEPPER
}

package dev.latchkey.domain.audit;

/** What came of verifying a chain. */
public sealed interface ChainFinding {

  /** Every event is as it was written, in its place. */
  record Intact(ChainHead head) implements ChainFinding {}

  /**
   * Somebody changed, removed or reordered events.
   *
   * @param sequence the place of the first link that does not hold
   */
  record Broken(long sequence, Break how) implements ChainFinding {}

  /** How a link is broken. */
  enum Break {
    /** The event is not what was hashed. */
    CHANGED,
    /** Another event stands in this place, or none. */
    MISSING,
    /** The event does not follow the one before it. */
    DETACHED,
    /** The chain ends before its head: its last events were removed, or the head was changed. */
    CUT_OFF
  }
}

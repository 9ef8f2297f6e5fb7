package dev.latchkey.domain.audit;

/** What came of verifying a chain. */
public sealed interface ChainFinding {

  /** Every event fits its hash and its place; the report says how much of it is proven by MACs as well. */
  record Intact(ChainHead head, MacReport macs) implements ChainFinding {}

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
    CUT_OFF,
    /** The MAC does not fit the event: somebody without the pepper wrote it. */
    FORGED,
    /** The MAC does not fit the head, or is missing: somebody without the pepper removed the last events. */
    FORGED_HEAD,
    /** The chain does not lead through the end that was written down elsewhere. */
    UNEXPECTED
  }
}

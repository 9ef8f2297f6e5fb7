package dev.latchkey.domain.audit;

/** The result of verifying a chain. */
public sealed interface ChainFinding {

  /** Every event matches its hash and its position. The report states how much is also proven by MACs. */
  record Intact(ChainHead head, MacReport macs) implements ChainFinding {}

  /**
   * Events were changed, removed or reordered.
   *
   * @param sequence the position of the first invalid link
   */
  record Broken(long sequence, Break how) implements ChainFinding {}

  /** The kind of fault of a link. */
  enum Break {
    /** The event does not match its hash. */
    CHANGED,
    /** The position holds another event, or none. */
    MISSING,
    /** The event does not follow the previous one. */
    DETACHED,
    /** The chain ends before its head: its last events were removed, or the head was changed. */
    CUT_OFF,
    /** The MAC does not match the event: it was written without the pepper. */
    FORGED,
    /** The MAC of the head does not match or is missing: the last events were removed without the pepper. */
    FORGED_HEAD,
    /** The chain does not contain the head that was recorded elsewhere. */
    UNEXPECTED
  }
}

package dev.latchkey.domain.audit;

import dev.latchkey.domain.audit.ChainFinding.Break;

/** Verifies a chain event by event, so that one of any length can be verified. */
public record ChainCheck(ChainHead reached) {

  /** Nothing was looked at yet. */
  public static final ChainCheck AT_THE_ROOT = new ChainCheck(ChainHead.EMPTY);

  /** How far a check came. */
  public sealed interface Progress {

    /** The link holds: the check with the link behind it. */
    record Onward(ChainCheck check) implements Progress {}

    /** The link does not hold. */
    record Halted(ChainFinding.Broken finding) implements Progress {}
  }

  /** Looks at the next link. */
  public Progress at(ChainLink next) {
    long place = reached.sequence() + 1;
    if (next.sequence() != place) {
      return halted(place, Break.MISSING);
    }
    return switch (next) {
      case ChainLink.Unreadable _ -> halted(place, Break.CHANGED);
      case ChainLink.Whole(AuditEvent event) when !event.isIntact() -> halted(place, Break.CHANGED);
      case ChainLink.Whole(AuditEvent event) when !event.previousHash().equals(reached.hash()) ->
        halted(place, Break.DETACHED);
      case ChainLink.Whole(AuditEvent event) -> new Progress.Onward(new ChainCheck(reached.followedBy(event)));
    };
  }

  /** The finding once all events were looked at. */
  public ChainFinding end(ChainHead head) {
    return reached.equals(head)
        ? new ChainFinding.Intact(head)
        : new ChainFinding.Broken(reached.sequence() + 1, Break.CUT_OFF);
  }

  private static Progress halted(long place, Break how) {
    return new Progress.Halted(new ChainFinding.Broken(place, how));
  }
}

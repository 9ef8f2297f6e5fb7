package dev.latchkey.domain.audit;

import dev.latchkey.domain.audit.ChainFinding.Break;
import java.util.Optional;

/**
 * The state of verifying a chain event by event, so that memory use does not depend on the chain's length.
 *
 * @param reached the last verified event
 * @param authenticated the last event with a MAC, which the MAC of the head has to cover
 * @param expected a head that was recorded elsewhere and that the chain has to contain
 */
public record ChainCheck(
    ChainHead reached, ChainHead authenticated, MacReport macs, Optional<ChainHead> expected) {

  /** Creates the state before the first event. */
  public static ChainCheck expecting(Optional<ChainHead> expected) {
    return new ChainCheck(ChainHead.EMPTY, ChainHead.EMPTY, MacReport.NONE, expected);
  }

  /** The result of verifying one link. */
  public sealed interface Progress {

    /** The link is valid; the check now includes it. */
    record Onward(ChainCheck check) implements Progress {}

    /** The link is invalid. */
    record Halted(ChainFinding.Broken finding) implements Progress {}
  }

  /**
   * Verifies the next link.
   *
   * @param mac the result of verifying the link's MAC, if it has one
   */
  public Progress at(ChainLink next, Optional<MacFinding> mac) {
    long place = reached.sequence() + 1;
    if (next.sequence() != place) {
      return halted(place, Break.MISSING);
    }
    return switch (next) {
      case ChainLink.Unreadable _ -> halted(place, Break.CHANGED);
      case ChainLink.Whole(AuditEvent event, _) when !event.isIntact() -> halted(place, Break.CHANGED);
      case ChainLink.Whole(AuditEvent event, _) when !event.previousHash().equals(reached.hash()) ->
        halted(place, Break.DETACHED);
      case ChainLink.Whole(AuditEvent event, _) when isUnexpected(event) -> halted(place, Break.UNEXPECTED);
      case ChainLink.Whole(AuditEvent event, Optional<ChainMac> made) ->
        made.isPresent() ? authenticated(event, made.get(), mac) : new Progress.Onward(withoutMac(event));
    };
  }

  private boolean isUnexpected(AuditEvent event) {
    return expected.isPresent()
        && expected.get().sequence() == event.sequence()
        && !expected.get().hash().equals(event.hash());
  }

  private Progress authenticated(AuditEvent event, ChainMac made, Optional<MacFinding> mac) {
    ChainHead here = reached.followedBy(event);
    return switch (mac.orElse(MacFinding.WRONG)) {
      case WRONG -> halted(event.sequence(), Break.FORGED);
      case VALID -> new Progress.Onward(new ChainCheck(here, here, macs.withValid(), expected));
      case UNKNOWN_PEPPER -> new Progress.Onward(
          new ChainCheck(here, here, macs.withUnchecked(made.keyVersion(), 1), expected));
    };
  }

  private ChainCheck withoutMac(AuditEvent event) {
    ChainHead here = reached.followedBy(event);
    if (authenticated.sequence() == 0) {
      return new ChainCheck(here, authenticated, macs.withBefore(event), expected);
    }
    // A head that was recorded elsewhere proves all events up to it.
    boolean proven = expected.isPresent() && event.sequence() <= expected.get().sequence();
    return new ChainCheck(here, authenticated, proven ? macs : macs.withUnproven(event), expected);
  }

  /**
   * Returns the finding after the last event.
   *
   * @param mac the result of verifying the head's MAC for {@link #authenticated}, if it has one
   */
  public ChainFinding end(StoredHead stored, Optional<MacFinding> mac) {
    if (!reached.equals(stored.head())) {
      return new ChainFinding.Broken(reached.sequence() + 1, Break.CUT_OFF);
    }
    if (expected.isPresent() && expected.get().sequence() > reached.sequence()) {
      return new ChainFinding.Broken(reached.sequence() + 1, Break.UNEXPECTED);
    }
    long covered = stored.mac().map(HeadMac::sequence).orElse(0L);
    if (covered != authenticated.sequence() || mac.filter(MacFinding.WRONG::equals).isPresent()) {
      return new ChainFinding.Broken(reached.sequence(), Break.FORGED_HEAD);
    }
    boolean unchecked = mac.filter(MacFinding.UNKNOWN_PEPPER::equals).isPresent();
    MacReport report = unchecked ? macs.withUnchecked(stored.mac().orElseThrow().mac().keyVersion(), 0) : macs;
    return new ChainFinding.Intact(reached, report);
  }

  private static Progress halted(long place, Break how) {
    return new Progress.Halted(new ChainFinding.Broken(place, how));
  }
}

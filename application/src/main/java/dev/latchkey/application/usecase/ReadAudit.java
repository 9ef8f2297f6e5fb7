package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainCheck;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.audit.StoredHead;
import java.util.List;
import java.util.Optional;

/** Reads the trail in batches, so that a chain of any length can be verified. */
public final class ReadAudit implements ForReadingTheAudit {

  private static final int PIECE = 1_000;

  private final ForReadingTheTrail trail;
  private final ForAuthenticatingTheTrail macs;

  public ReadAudit(ForReadingTheTrail trail, ForAuthenticatingTheTrail macs) {
    this.trail = trail;
    this.macs = macs;
  }

  @Override
  public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
    return trail.list(scope, filter, request);
  }

  @Override
  public ChainFinding verify(TenantView scope, Optional<ChainHead> expected) {
    // The head is read first. Events that are added later follow it and are not part of this check.
    StoredHead stored = trail.head(scope);
    ChainCheck check = ChainCheck.expecting(expected);
    while (check.reached().sequence() < stored.head().sequence()) {
      int wanted = (int) Math.min(PIECE, stored.head().sequence() - check.reached().sequence());
      List<ChainLink> piece = trail.following(scope, check.reached().sequence(), wanted);
      if (piece.isEmpty()) {
        break;
      }
      for (ChainLink link : piece) {
        switch (check.at(link, macOf(link))) {
          case ChainCheck.Progress.Onward(ChainCheck onward) -> check = onward;
          case ChainCheck.Progress.Halted(ChainFinding.Broken finding) -> {
            return finding;
          }
        }
      }
    }
    MacInput end = MacInput.of(scope.tenant(), check.authenticated());
    return check.end(stored, stored.mac().map(head -> macs.check(end, head.mac())));
  }

  private Optional<MacFinding> macOf(ChainLink link) {
    return switch (link) {
      case ChainLink.Unreadable _ -> Optional.empty();
      case ChainLink.Whole(AuditEvent event, Optional<ChainMac> made) ->
        made.map(mac -> macs.check(MacInput.of(event), mac));
    };
  }
}

package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.ChainCheck;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import java.util.List;

/** The trail is read a piece at a time, so a chain of any length can be verified. */
public final class ReadAudit implements ForReadingTheAudit {

  private static final int PIECE = 1_000;

  private final ForReadingTheTrail trail;

  public ReadAudit(ForReadingTheTrail trail) {
    this.trail = trail;
  }

  @Override
  public Page<ChainLink> list(TenantView scope, PageRequest request) {
    return trail.list(scope, request);
  }

  @Override
  public ChainFinding verify(TenantView scope) {
    // The head is read first: events that come meanwhile stand behind it and are not this check's concern.
    ChainHead head = trail.head(scope);
    ChainCheck check = ChainCheck.AT_THE_ROOT;
    while (check.reached().sequence() < head.sequence()) {
      int wanted = (int) Math.min(PIECE, head.sequence() - check.reached().sequence());
      List<ChainLink> piece = trail.following(scope, check.reached().sequence(), wanted);
      if (piece.isEmpty()) {
        break;
      }
      for (ChainLink link : piece) {
        switch (check.at(link)) {
          case ChainCheck.Progress.Onward(ChainCheck onward) -> check = onward;
          case ChainCheck.Progress.Halted(ChainFinding.Broken finding) -> {
            return finding;
          }
        }
      }
    }
    return check.end(head);
  }
}

package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.StoredHead;
import java.util.List;
import java.util.function.UnaryOperator;

/** A trail that somebody laid hands on behind the application's back. */
record Tampered(ForReadingTheTrail trail, UnaryOperator<List<ChainLink>> events, UnaryOperator<StoredHead> end)
    implements
      ForReadingTheTrail {

  @Override
  public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
    return trail.list(scope, filter, request);
  }

  @Override
  public List<ChainLink> following(TenantView scope, long sequence, int limit) {
    return events.apply(trail.following(scope, 0, Integer.MAX_VALUE))
        .stream()
        .filter(link -> link.sequence() > sequence)
        .limit(limit)
        .toList();
  }

  @Override
  public StoredHead head(TenantView scope) {
    return end.apply(trail.head(scope));
  }
}

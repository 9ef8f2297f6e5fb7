package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads each tenant's chain of audit events. A filtered list reads the events one by one, from the newest on. */
@Singleton
final class MvTrail implements ForReadingTheTrail {

  private final Store store;

  /** A link, and the id by which pages are cut: an unreadable one has none of its own. */
  private record Listed(long id, ChainLink link) {}

  MvTrail(Store store) {
    this.store = store;
  }

  @Override
  public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
    Key tenant = Key.of(scope.tenant());
    List<Listed> found = store.read(
        view -> view.below(StoreMap.AUDIT_EVENT_BY_ID, tenant, request.before().orElse(Long.MAX_VALUE))
            .map(entry -> listed(view, scope.tenant(), entry))
            .filter(listed -> admits(filter, listed.link()))
            .limit(request.limit() + 1L)
            .toList());
    return Page.cut(found, request, Listed::id).map(Listed::link);
  }

  @Override
  public List<ChainLink> following(TenantView scope, long sequence, int limit) {
    return store.read(
        view -> view.above(StoreMap.AUDIT_EVENT, Key.of(scope.tenant()), sequence)
            .limit(limit)
            .map(entry -> link(scope.tenant(), entry.number(), Optional.of(entry.json())))
            .toList());
  }

  @Override
  public StoredHead head(TenantView scope) {
    return store.read(view -> view.get(StoreMap.AUDIT_HEAD, Key.of(scope.tenant()), HeadDocument.class))
        .map(HeadDocument::toStoredHead)
        .orElse(StoredHead.EMPTY);
  }

  private static Listed listed(View view, TenantId tenant, Entry byId) {
    long sequence = byId.as(Long.class);
    Optional<String> json = view.json(StoreMap.AUDIT_EVENT, Key.of(tenant).then(sequence));
    return new Listed(byId.number(), link(tenant, sequence, json));
  }

  private static ChainLink link(TenantId tenant, long sequence, Optional<String> json) {
    try {
      EventDocument document = Json.read(json.orElseThrow(), EventDocument.class);
      return new ChainLink.Whole(document.toEvent(tenant, sequence), document.toMac());
    } catch (RuntimeException unreadable) {
      // Somebody may have put anything here, and nothing of it may keep the chain from being verified.
      return new ChainLink.Unreadable(sequence);
    }
  }

  /** An unreadable event is found only where no filter is set: what it was about is unknown. */
  private static boolean admits(AuditFilter filter, ChainLink link) {
    return switch (link) {
      case ChainLink.Whole(AuditEvent event, _) -> admits(filter, event.entry());
      case ChainLink.Unreadable _ -> filter.equals(AuditFilter.ALL);
    };
  }

  private static boolean admits(AuditFilter filter, AuditEntry entry) {
    return filter.since().filter(entry.at()::isBefore).isEmpty()
        && filter.action().filter(action -> action != entry.action()).isEmpty()
        && filter.actor().filter(actor -> !actor.equals(entry.actor())).isEmpty()
        && filter.subject().filter(subject -> !subject.equals(entry.subject())).isEmpty();
  }
}

package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.StoredHead;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. */
@Singleton
final class JdbcTrail implements ForReadingTheTrail {

  private final Database database;
  private final AuditEventRepository events;
  private final AuditHeadRepository heads;

  JdbcTrail(Database database, AuditEventRepository events, AuditHeadRepository heads) {
    this.database = database;
    this.events = events;
    this.heads = heads;
  }

  @Override
  public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
    List<AuditEventRow> found = database.run(() -> newest(scope.tenant().value(), filter, request));
    return Page.cut(found, request, AuditEventRow::id).map(AuditEventRow::toLink);
  }

  private List<AuditEventRow> newest(long tenant, AuditFilter filter, PageRequest request) {
    long since = filter.since().map(InstantAsMicros::micros).orElse(Long.MIN_VALUE);
    // Without a start time every row is listed, including rows whose id was altered so that it is unreadable.
    Optional<Long> lowest = filter.since().isEmpty()
        ? Optional.of(Long.MIN_VALUE)
        : events.lowestSince(tenant, since);
    return lowest.map(id -> newest(tenant, filter, request, id, since)).orElse(List.of());
  }

  private List<AuditEventRow> newest(long tenant, AuditFilter filter, PageRequest request, long lowest, long since) {
    long before = request.before().orElse(Long.MAX_VALUE);
    int limit = request.limit() + 1;
    @Nullable
    String action = filter.action().map(AuditAction::label).orElse(null);
    @Nullable
    String actor = filter.actor().map(who -> ActorText.from(who).value()).orElse(null);
    if (filter.subject().isPresent()) {
      String subject = SubjectText.from(filter.subject().get()).value();
      return events.aboutSubject(tenant, before, lowest, since, subject, action, actor, limit);
    }
    if (actor != null) {
      return events.byActor(tenant, before, lowest, since, actor, action, limit);
    }
    return action == null
        ? events.newest(tenant, before, lowest, since, limit)
        : events.ofAction(tenant, before, lowest, since, action, limit);
  }

  @Override
  public List<ChainLink> following(TenantView scope, long sequence, int limit) {
    return database
        .run(() -> events.following(scope.tenant().value(), sequence, limit))
        .stream()
        .map(AuditEventRow::toLink)
        .toList();
  }

  @Override
  public StoredHead head(TenantView scope) {
    return database.run(() -> heads.findById(scope.tenant().value())).map(AuditHeadRow::toHead)
        .orElse(StoredHead.EMPTY);
  }
}

package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import jakarta.inject.Singleton;
import java.util.List;

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
  public Page<ChainLink> list(TenantView scope, PageRequest request) {
    long before = request.before().orElse(Long.MAX_VALUE);
    List<AuditEventRow> found = database.run(() -> events.newest(scope.tenant().value(), before, request.limit() + 1));
    return Page.cut(found, request, AuditEventRow::id).map(AuditEventRow::toLink);
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
  public ChainHead head(TenantView scope) {
    return database.run(() -> heads.findById(scope.tenant().value())).map(AuditHeadRow::toHead).orElse(ChainHead.EMPTY);
  }
}

package dev.latchkey.adapters.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists use the index of the most selective filter. The statement names that index because MySQL otherwise reads the
 * rows of all tenants by id. It sorts by all columns of the index because H2 otherwise sorts the whole list.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AuditEventRepository extends GenericRepository<AuditEventRow, Long> {

  /** Number of the earliest events since a moment that are searched for the lowest id. */
  int EARLIEST = 100;

  String FROM = "SELECT * FROM audit_event USE INDEX (";
  String RANGE = ") WHERE tenant_id = :tenantId AND id < :before AND id >= :lowest AND happened_at >= :since";
  String AND_ACTION = " AND (:action IS NULL OR action = :action)";
  String AND_ACTOR = " AND (:actor IS NULL OR actor = :actor)";
  String SORTED = " ORDER BY tenant_id DESC, ";
  String PAGE = "id DESC LIMIT :limit";

  void save(AuditEventRow row);

  List<AuditEventRow> findByTenantIdOrderByPosition(long tenantId);

  @Query(FROM + "audit_event_by_tenant" + RANGE + SORTED + PAGE)
  List<AuditEventRow> newest(long tenantId, long before, long lowest, long since, int limit);

  @Query(FROM + "audit_event_by_action" + RANGE + " AND action = :action" + SORTED + "action DESC, " + PAGE)
  List<AuditEventRow> ofAction(long tenantId, long before, long lowest, long since, String action, int limit);

  @Query(FROM + "audit_event_by_actor" + RANGE + " AND actor = :actor" + AND_ACTION + SORTED + "actor DESC, " + PAGE)
  List<AuditEventRow> byActor(
      long tenantId, long before, long lowest, long since, String actor, @Nullable String action, int limit);

  @Query(FROM + "audit_event_by_subject" + RANGE + " AND subject = :subject" + AND_ACTION + AND_ACTOR + SORTED
      + "subject DESC, " + PAGE)
  List<AuditEventRow> aboutSubject(
      long tenantId,
      long before,
      long lowest,
      long since,
      String subject,
      @Nullable String action,
      @Nullable String actor,
      int limit);

  /**
   * Finds the lowest id of the events since a moment; empty where there are none. Ids are in the order of time unless a
   * clock is set, so the lowest id is among the {@link #EARLIEST} earliest events and the others need not be read.
   */
  @Query("SELECT MIN(id) FROM (SELECT id FROM audit_event USE INDEX (audit_event_by_time)"
      + " WHERE tenant_id = :tenantId AND happened_at >= :since ORDER BY tenant_id, happened_at, id LIMIT "
      + EARLIEST + ") AS earliest")
  Optional<Long> lowestSince(long tenantId, long since);

  @Query("SELECT * FROM audit_event WHERE tenant_id = :tenantId AND position > :position ORDER BY position LIMIT :limit")
  List<AuditEventRow> following(long tenantId, long position, int limit);
}

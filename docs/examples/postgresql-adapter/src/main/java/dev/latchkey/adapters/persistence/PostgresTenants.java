package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keeps tenants, and the members that they begin with. */
@Singleton
final class PostgresTenants implements ForStoringTenants {

  /** A tenant beside another row, to be read from under the prefix {@code tenant_}. */
  static final String BESIDE = "t.id AS tenant_id, t.name AS tenant_name, t.standing AS tenant_standing,"
      + " t.created_at AS tenant_created_at, t.version AS tenant_version";

  private final Database database;

  PostgresTenants(Database database) {
    this.database = database;
  }

  @Override
  public void add(Operator operator, Tenant tenant, List<Member> members, List<AuditEntry> entries) {
    database.together(sql -> {
      ChainHead head = PostgresTrail.begin(sql, tenant.id());
      sql.insert("tenant", columns(tenant));
      for (Member member : members) {
        sql.insert("member", PostgresMembers.columns(member));
      }
      PostgresTrail.append(sql, tenant.id(), head, entries);
      return Written.DONE;
    });
  }

  @Override
  public Optional<Tenant> find(Operator operator, TenantId id) {
    return database.run(sql -> sql.one("SELECT * FROM tenant WHERE id = ?", PostgresTenants::read, id));
  }

  @Override
  public Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request) {
    List<Tenant> found = database.run(
        sql -> sql.all(
            """
                SELECT * FROM tenant WHERE id < ?
                  AND standing = coalesce(?, standing)
                  AND strpos(lower(coalesce(searched_name, name) COLLATE "und-x-icu"), lower(? COLLATE "und-x-icu")) > 0
                ORDER BY id DESC LIMIT ?""",
            PostgresTenants::read,
            request.before().orElse(Long.MAX_VALUE),
            filter.standing(),
            filter.text().orElse(""),
            request.limit() + 1));
    return Page.cut(found, request, tenant -> tenant.id().value());
  }

  @Override
  public Written replace(Operator operator, Tenant changed, AuditEntry entry) {
    return database.together(sql -> {
      Optional<ChainHead> head = PostgresTrail.lock(sql, changed.id());
      if (head.isEmpty()
          || sql.change(
              "UPDATE tenant SET name = ?, searched_name = ?, standing = ?, version = ? WHERE id = ? AND version = ?",
              changed.name().value(),
              changed.name().normalised(),
              changed.standing(),
              changed.version(),
              changed.id(),
              changed.version() - 1) == 0) {
        return Written.STALE;
      }
      PostgresTrail.append(sql, changed.id(), head.get(), List.of(entry));
      return Written.DONE;
    });
  }

  private static Columns columns(Tenant tenant) {
    return new Columns()
        .with("id", tenant.id())
        .with("name", tenant.name().value())
        .with("searched_name", tenant.name().normalised())
        .with("standing", tenant.standing())
        .with("created_at", tenant.createdAt())
        .with("version", tenant.version());
  }

  static Tenant read(Row row) throws SQLException {
    return new Tenant(
        new TenantId(row.number("id")),
        new Name(row.text("name")),
        row.word("standing", TenantStatus.class),
        row.moment("created_at"),
        row.number("version"));
  }
}

package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.HeadMac;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.TenantId;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Each tenant's chain of audit events: read here, and grown by the stores within their own transactions. */
@Singleton
final class PostgresTrail implements ForReadingTheTrail {

  private final Database database;

  /** A link, and the id by which pages are cut: one that cannot be read has none of its own. */
  private record Listed(long id, ChainLink link) {}

  PostgresTrail(Database database) {
    this.database = database;
  }

  /**
   * Each filter has an index that ends with the id. The moment is looked for on its own, and its lowest id bounds the rest:
   * ids are in the order of time but for clocks that are set, so the lowest is among the earliest events.
   */
  @Override
  public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
    List<String> conditions = new ArrayList<>(List.of("tenant_id = ?", "id < ?"));
    List<Object> values = new ArrayList<>(List.of(scope.tenant(), request.before().orElse(Long.MAX_VALUE)));
    filter.since().ifPresent(since -> {
      conditions.add("happened_at >= ? AND id >= (SELECT min(id) FROM (SELECT id FROM audit_event"
          + " WHERE tenant_id = ? AND happened_at >= ? ORDER BY happened_at, id LIMIT 100) AS earliest)");
      values.addAll(List.of(since, scope.tenant(), since));
    });
    filter.action().ifPresent(action -> {
      conditions.add("action = ?");
      values.add(action.label());
    });
    filter.actor().ifPresent(actor -> {
      conditions.add("actor = ?");
      values.add(AuditText.of(actor).value());
    });
    filter.subject().ifPresent(subject -> {
      conditions.add("subject = ?");
      values.add(AuditText.of(subject).value());
    });
    values.add(request.limit() + 1);
    List<Listed> found = database.run(
        sql -> sql.all(
            "SELECT * FROM audit_event WHERE " + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT ?",
            row -> new Listed(row.number("id"), link(row)),
            values.toArray()));
    return Page.cut(found, request, Listed::id).map(Listed::link);
  }

  @Override
  public List<ChainLink> following(TenantView scope, long sequence, int limit) {
    return database.run(
        sql -> sql.all(
            "SELECT * FROM audit_event WHERE tenant_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
            PostgresTrail::link,
            scope.tenant(),
            sequence,
            limit));
  }

  @Override
  public StoredHead head(TenantView scope) {
    return database
        .run(sql -> sql.one("SELECT * FROM audit_head WHERE tenant_id = ?", PostgresTrail::stored, scope.tenant()))
        .orElse(StoredHead.EMPTY);
  }

  /** Begins a new tenant's chain. */
  static ChainHead begin(Statements sql, TenantId tenant) throws SQLException {
    sql.change("INSERT INTO audit_head (tenant_id, sequence, hash) VALUES (?, ?, ?)", tenant, 0, AuditEvent.ROOT);
    return ChainHead.EMPTY;
  }

  /** The end of the chain, which nobody else can move before the transaction ends; empty where there is no such tenant. */
  static Optional<ChainHead> lock(Statements sql, TenantId tenant) throws SQLException {
    return sql.one("SELECT * FROM audit_head WHERE tenant_id = ? FOR UPDATE", PostgresTrail::head, tenant);
  }

  /** Puts entries behind the end that was locked. */
  static void append(Statements sql, TenantId tenant, ChainHead locked, List<AuditEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    ChainHead head = locked;
    for (AuditEntry entry : entries) {
      AuditEvent event = AuditEvent.linked(tenant, head.sequence() + 1, entry, head.hash());
      sql.insert("audit_event", columns(event, sql.macs().authenticate(MacInput.of(event))));
      head = head.followedBy(event);
    }
    ChainMac mac = sql.macs().authenticate(MacInput.of(tenant, head));
    sql.change(
        "UPDATE audit_head SET sequence = ?, hash = ?, mac_sequence = ?, mac = ?, mac_pepper = ? WHERE tenant_id = ?",
        head.sequence(),
        head.hash(),
        head.sequence(),
        mac.value(),
        mac.keyVersion(),
        tenant);
  }

  private static Columns columns(AuditEvent event, ChainMac mac) {
    AuditEntry entry = event.entry();
    List<String> details = new ArrayList<>();
    entry.details().forEach((name, value) -> details.addAll(List.of(name, value)));
    return new Columns()
        .with("id", event.id())
        .with("tenant_id", event.tenant())
        .with("sequence", event.sequence())
        .with("actor", AuditText.of(entry.actor()).value())
        .with("action", entry.action().label())
        .with("subject", AuditText.of(entry.subject()).value())
        .with("happened_at", entry.at())
        .with("address", entry.address().map(InetAddress::getHostAddress))
        .with("details", details.toArray(String[]::new))
        .with("previous_hash", event.previousHash())
        .with("hash", event.hash())
        .with("mac", mac.value())
        .with("mac_pepper", mac.keyVersion());
  }

  private static ChainHead head(Row row) throws SQLException {
    return new ChainHead(row.number("sequence"), row.text("hash"));
  }

  private static StoredHead stored(Row row) throws SQLException {
    Optional<ChainMac> mac = mac(row);
    long sequence = row.perhaps("mac_sequence", Long.class).orElse(0L);
    return new StoredHead(head(row), mac.map(made -> new HeadMac(sequence, made)));
  }

  /** A MAC without the name of its pepper cannot be checked, which is not the same as having none. */
  private static Optional<ChainMac> mac(Row row) throws SQLException {
    String pepper = row.perhapsText("mac_pepper").orElse("");
    return row.perhapsText("mac").map(value -> new ChainMac(pepper, value));
  }

  private static ChainLink link(Row row) throws SQLException {
    try {
      return new ChainLink.Whole(event(row), mac(row));
    } catch (RuntimeException unreadable) {
      // Somebody may have put anything here, and nothing of it may keep the chain from being verified.
      return new ChainLink.Unreadable(row.number("sequence"));
    }
  }

  static AuditEvent event(Row row) throws SQLException {
    String action = row.text("action");
    AuditEntry entry = new AuditEntry(
        new AuditEventId(row.number("id")),
        new AuditText(row.text("actor")).toActor(),
        Arrays.stream(AuditAction.values()).filter(a -> a.label().equals(action)).findFirst().orElseThrow(),
        new AuditText(row.text("subject")).toId(),
        row.moment("happened_at"),
        row.perhapsText("address").map(InetAddress::ofLiteral),
        details(row.texts("details")));
    return new AuditEvent(
        new TenantId(row.number("tenant_id")), row.number("sequence"), entry, row.text("previous_hash"),
        row.text("hash"));
  }

  private static SortedMap<String, String> details(List<String> namesAndValues) {
    SortedMap<String, String> details = new TreeMap<>();
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      details.put(namesAndValues.get(i), namesAndValues.get(i + 1));
    }
    return details;
  }
}

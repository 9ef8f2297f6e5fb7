package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.refusal.NoteRate;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.RequestLine;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes refused requests in a queue that is written each second. Each key has a queue of its own that is no longer than its
 * rate, so a flood of one key displaces nothing of another.
 */
@Singleton
final class PostgresRefusals implements ForNotingRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresRefusals.class);

  /** Of one key, while the database cannot be written to. */
  private static final int MOST_WAITING = 100;

  private static final int MOST_KEYS = 10_000;
  private static final int KEPT_OF_A_TENANT = 10_000;

  private final Database database;
  private final Map<KeyId, Noted> keys = new HashMap<>();
  private long dropped;

  /** What waits of a key. */
  private record Noted(NoteRate rate, List<RefusedRequest> waiting) {}

  PostgresRefusals(Database database) {
    this.database = database;
  }

  @Override
  public void note(RefusedRequest request) {
    synchronized (keys) {
      Noted noted = keys.getOrDefault(request.key(), new Noted(NoteRate.UNUSED, new ArrayList<>()));
      boolean room = noted.waiting().size() < MOST_WAITING
          && (keys.size() < MOST_KEYS || keys.containsKey(request.key()));
      Optional<NoteRate> after = room ? noted.rate().afterNoteAt(request.at()) : Optional.empty();
      if (after.isEmpty()) {
        dropped++;
        return;
      }
      noted.waiting().add(request);
      keys.put(request.key(), new Noted(after.get(), noted.waiting()));
    }
  }

  @Override
  public Optional<NotedRefusal> find(TenantView scope, String requestId, Instant since) {
    return database.run(
        sql -> sql.one(
            "SELECT * FROM refused_request WHERE tenant_id = ? AND request_id = ? AND refused_at >= ?"
                + " ORDER BY refused_at DESC LIMIT 1",
            PostgresRefusals::read,
            scope.tenant(),
            requestId,
            since));
  }

  /** Writes all that waits. */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  synchronized void write() {
    List<RefusedRequest> requests = new ArrayList<>();
    long lost;
    synchronized (keys) {
      keys.values().forEach(noted -> {
        requests.addAll(noted.waiting());
        noted.waiting().clear();
      });
      Instant newest = requests.stream().map(RefusedRequest::at).max(Comparator.naturalOrder()).orElseGet(Instant::now);
      keys.values().removeIf(noted -> noted.rate().wholeAt().isBefore(newest));
      lost = dropped;
      dropped = 0;
    }
    if (lost > 0) {
      LOG.info("{} refused requests were not noted, as there were too many", lost);
    }
    if (!requests.isEmpty()) {
      try {
        write(requests);
      } catch (StoreUnavailable | IllegalStateException failure) {
        LOG.warn("{} refused requests could not be noted", requests.size());
      }
    }
  }

  /** A method of its own: of a method that is also {@code @PreDestroy}, Micronaut ignores {@code @Scheduled}. */
  @PreDestroy
  void writeBeforeTheStop() {
    write();
  }

  private void write(List<RefusedRequest> requests) {
    database.together(sql -> {
      sql.changeEach(
          """
              INSERT INTO refused_request (tenant_id, key_id, masked, request_id, code, method, path, permission,
                campaign_id, address, refused_at)
              SELECT tenant_id, id, masked, ?, ?, ?, ?, ?, ?, ?, ? FROM api_key WHERE id = ?""",
          requests.stream().map(PostgresRefusals::values).toList());
      return sql.changeEach(
          """
              DELETE FROM refused_request WHERE (tenant_id, number) IN (SELECT tenant_id, number FROM refused_request
                WHERE tenant_id = (SELECT tenant_id FROM api_key WHERE id = ?) ORDER BY number DESC OFFSET ?)""",
          requests.stream().map(RefusedRequest::key).distinct()
              .map(key -> List.<Object>of(key, KEPT_OF_A_TENANT)).toList());
    });
  }

  private static List<Object> values(RefusedRequest request) {
    return List.of(
        request.requestId(),
        request.code(),
        request.line().map(RequestLine::method),
        request.line().map(RequestLine::path),
        request.permission().map(Permission::label),
        request.campaign(),
        request.address().map(InetAddress::getHostAddress),
        request.at(),
        request.key());
  }

  private static NotedRefusal read(Row row) throws SQLException {
    RefusedRequest request = new RefusedRequest(
        row.text("request_id"),
        new KeyId(row.number("key_id")),
        row.text("code"),
        line(row),
        row.perhapsText("permission").flatMap(Permission::labelled),
        row.perhaps("campaign_id", Long.class).map(CampaignId::new),
        row.perhapsText("address").map(InetAddress::ofLiteral),
        row.moment("refused_at"));
    return new NotedRefusal(request, new MaskedKey(row.text("masked")));
  }

  private static Optional<RequestLine> line(Row row) throws SQLException {
    String path = row.perhapsText("path").orElse("");
    return row.perhapsText("method").map(method -> new RequestLine(method, path));
  }
}

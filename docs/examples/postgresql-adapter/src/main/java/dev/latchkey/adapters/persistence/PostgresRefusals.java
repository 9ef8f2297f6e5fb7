package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.RefusedRequest;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.MaskedKey;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes refused requests in a queue that is written down each second. Each write clears some of what is past. */
@Singleton
final class PostgresRefusals implements ForNotingRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresRefusals.class);

  private static final int MOST_WAITING = 10_000;
  private static final int WRITTEN_AT_ONCE = 500;
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final Database database;
  private final BlockingQueue<RefusedRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();

  PostgresRefusals(Database database) {
    this.database = database;
  }

  @Override
  public void note(RefusedRequest request) {
    if (!waiting.offer(request)) {
      dropped.incrementAndGet();
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

  /** Writes down all that waits. */
  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  @PreDestroy
  synchronized void write() {
    List<RefusedRequest> some = new ArrayList<>();
    while (waiting.drainTo(some, WRITTEN_AT_ONCE) > 0) {
      try {
        write(some);
      } catch (StoreUnavailable | IllegalStateException failure) {
        dropped.addAndGet(some.size());
        LOG.warn("Refused requests cannot be noted", failure);
      }
      some.clear();
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      LOG.warn("{} refused requests were not noted and cannot be looked up", lost);
    }
  }

  private void write(List<RefusedRequest> requests) {
    Instant past = requests.getLast().at().minus(KEPT_FOR);
    database.together(sql -> {
      sql.changeEach(
          """
              INSERT INTO refused_request (tenant_id, key_id, masked, request_id, code, permission, campaign_id, address,
                refused_at)
              SELECT tenant_id, id, masked, ?, ?, ?, ?, ?, ? FROM api_key WHERE id = ?""",
          requests.stream().map(PostgresRefusals::values).toList());
      return sql.change(
          "DELETE FROM refused_request WHERE ctid IN (SELECT ctid FROM refused_request"
              + " WHERE refused_at < ? LIMIT 1000 FOR UPDATE SKIP LOCKED)",
          past);
    });
  }

  private static List<Object> values(RefusedRequest request) {
    return List.of(
        request.requestId(),
        request.code(),
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
        row.perhapsText("permission").flatMap(Permission::labelled),
        row.perhaps("campaign_id", Long.class).map(CampaignId::new),
        row.perhapsText("address").map(InetAddress::ofLiteral),
        row.moment("refused_at"));
    return new NotedRefusal(request, new MaskedKey(row.text("masked")));
  }
}

package dev.latchkey.adapters.persistence.jdbc;

import dev.latchkey.adapters.persistence.server.DatabaseServers;
import dev.latchkey.adapters.persistence.server.Topology;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.management.health.indicator.jdbc.JdbcIndicator;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Reports this node as ready while the database can be read and written, and how it replicates. Replaces the framework's check, which does not
 * write and takes as long as the database does.
 */
@Singleton
@Replaces(JdbcIndicator.class)
@Readiness
final class DatabaseHealth implements HealthIndicator {

  private static final String NAME = "database";

  private final StoreProbe probe;
  private final DatabaseServers servers;

  DatabaseHealth(StoreProbe probe, DatabaseServers servers) {
    this.probe = probe;
    this.servers = servers;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(() -> probe.state().thenApply(this::result));
  }

  private HealthResult result(StoreProbe.State state) {
    return switch (state) {
      case WRITABLE -> HealthResult.builder(NAME, HealthStatus.UP)
          .details(Map.of("topology", servers.topology().map(Topology::label).orElse("unknown")))
          .build();
      case READ_ONLY -> down("The database can be read but not written.");
      case NOT_IN_ITS_GROUP -> down("No server of the database is an online member of its group.");
      case UNREACHABLE -> down("The database does not answer.");
    };
  }

  private static HealthResult down(String reason) {
    return HealthResult.builder(NAME, HealthStatus.DOWN).details(Map.of("reason", reason)).build();
  }
}

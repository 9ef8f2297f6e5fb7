package dev.latchkey.adapters.persistence.migration;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Reports this node as ready after it has migrated the database schema to its own version. */
@Singleton
@Readiness
final class MigrationHealth implements HealthIndicator {

  private volatile boolean finished;

  @EventListener
  void finished(MigrationFinishedEvent event) {
    finished = true;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthResult.Builder result = HealthResult
        .builder("migrations", finished ? HealthStatus.UP : HealthStatus.DOWN);
    return Publishers.just(
        finished ? result.build() : result.details(Map.of("reason", "The migrations are not finished.")).build());
  }
}

package dev.latchkey.adapters.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MigrationHealthTest {

  private final MigrationHealth health = new MigrationHealth();

  @Test
  void nodeIsReadyOnceTheMigrationsAreFinished() {
    assertThat(result().getStatus()).isEqualTo(HealthStatus.DOWN);
    assertThat(result().getDetails()).isEqualTo(Map.of("reason", "The migrations are not finished."));

    health.finished(new MigrationFinishedEvent(new FlywayConfigurationProperties("default")));

    assertThat(result().getStatus()).isEqualTo(HealthStatus.UP);
  }

  private HealthResult result() {
    return Mono.from(health.getResult()).block();
  }
}

package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Reports this node as ready while it receives revocations in time. */
@Singleton
@Readiness
final class FeedHealth implements HealthIndicator {

  private static final String NAME = "revocation-feed";

  private final CredentialCache memory;

  FeedHealth(CredentialCache memory) {
    this.memory = memory;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    if (memory.isFresh()) {
      return Publishers.just(HealthResult.builder(NAME, HealthStatus.UP).build());
    }
    String last = memory.age().map(age -> "was read " + age.toMillis() + " ms ago").orElse("was never read");
    return Publishers.just(
        HealthResult.builder(NAME, HealthStatus.DOWN)
            .details(Map.of("reason", "The revocation feed " + last + "; one second is the most."))
            .build());
  }
}

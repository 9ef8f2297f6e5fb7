package dev.latchkey.adapters.persistence;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** This node is ready as long as it hears of revocations in time. */
@Singleton
@Readiness
final class FeedHealth implements HealthIndicator {

  private final CredentialMemory memory;

  FeedHealth(CredentialMemory memory) {
    this.memory = memory;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = memory.isFresh() ? HealthStatus.UP : HealthStatus.DOWN;
    String age = memory.age().map(Object::toString).orElse("never looked");
    return Publishers.just(HealthResult.builder("revocation-feed", status).details(Map.of("age", age)).build());
  }
}

package dev.latchkey.adapters.rest.service;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthLevelOfDetail;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.aggregator.HealthAggregator;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Health aggregator that returns the status and names the parts that are down. It omits those that are up, as the
 * endpoint is public. A part that does not respond within 0.9 s is down.
 */
@Singleton
@Replaces(DefaultHealthAggregator.class)
final class FailingParts implements HealthAggregator<HealthResult> {

  private static final Duration LONGEST = Duration.ofMillis(900);

  @Override
  public Publisher<HealthResult> aggregate(HealthIndicator[] indicators, HealthLevelOfDetail detail) {
    return Flux.merge(Arrays.stream(indicators).map(FailingParts::result).toList())
        .collectList()
        .map(results -> aggregated(null, results));
  }

  @Override
  public Publisher<HealthResult> aggregate(String name, Publisher<HealthResult> results) {
    return Flux.from(results).collectList().map(all -> aggregated(name, all));
  }

  private static Publisher<HealthResult> result(HealthIndicator indicator) {
    HealthResult silent = HealthResult.builder(indicator.getClass().getSimpleName(), HealthStatus.DOWN)
        .details(Map.of("reason", "The check did not answer in time."))
        .build();
    return Flux.from(indicator.getResult()).take(LONGEST).switchIfEmpty(Mono.just(silent))
        .onErrorResume(_ -> Mono.just(silent));
  }

  private static HealthResult aggregated(@Nullable String name, List<HealthResult> results) {
    Map<String, Object> down = new LinkedHashMap<>();
    for (HealthResult result : results) {
      if (!result.getStatus().getOperational().orElse(true)) {
        down.put(result.getName(), HealthResult.builder(null, result.getStatus()).details(reason(result)).build());
      }
    }
    return down.isEmpty()
        ? HealthResult.builder(name, HealthStatus.UP).build()
        : HealthResult.builder(name, HealthStatus.DOWN).details(down).build();
  }

  /**
   * Returns the reason, and no other detail, such as an exception's message or the address of a database: the endpoint
   * is public.
   */
  private static Map<String, Object> reason(HealthResult result) {
    return result.getDetails() instanceof Map<?, ?> details && details.get("reason") instanceof String reason
        ? Map.of("reason", reason)
        : Map.of("reason", "The check failed.");
  }
}

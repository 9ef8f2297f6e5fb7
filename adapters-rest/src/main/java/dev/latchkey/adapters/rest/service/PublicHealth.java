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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Health aggregator that returns the status, the topology of the database, and the reasons of the parts that are down. It
 * omits everything else, such as an exception's message or the address of a database, as the endpoint is public. A part that does not respond within 0.9 s is down.
 */
@Singleton
@Replaces(DefaultHealthAggregator.class)
final class PublicHealth implements HealthAggregator<HealthResult> {

  private static final Duration LONGEST = Duration.ofMillis(900);

  @Override
  public Publisher<HealthResult> aggregate(HealthIndicator[] indicators, HealthLevelOfDetail detail) {
    return Flux.merge(Arrays.stream(indicators).map(PublicHealth::result).toList())
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
    Map<String, Object> parts = new LinkedHashMap<>();
    HealthStatus status = HealthStatus.UP;
    for (HealthResult result : results) {
      if (!result.getStatus().getOperational().orElse(true)) {
        status = HealthStatus.DOWN;
        parts.put(result.getName(), part(result, "reason", detail(result, "reason").orElse("The check failed.")));
      } else {
        detail(result, "topology").ifPresent(found -> parts.put(result.getName(), part(result, "topology", found)));
      }
    }
    HealthResult.Builder all = HealthResult.builder(name, status);
    return parts.isEmpty() ? all.build() : all.details(parts).build();
  }

  private static HealthResult part(HealthResult result, String detail, String value) {
    return HealthResult.builder(null, result.getStatus()).details(Map.of(detail, value)).build();
  }

  private static Optional<String> detail(HealthResult result, String name) {
    return result.getDetails() instanceof Map<?, ?> details && details.get(name) instanceof String detail
        ? Optional.of(detail)
        : Optional.empty();
  }
}

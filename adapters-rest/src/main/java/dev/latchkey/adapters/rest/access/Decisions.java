package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.domain.access.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.filters.SecurityFilter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts decisions, one for each request and one for each verified key: {@code latchkey_decisions_total}. All counters
 * are registered at start-up, so that counting looks one up and allocates nothing. Explanations are not counted.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class Decisions implements Ordered {

  private static final String METER = "latchkey.decisions";

  private final Map<Via, Counter> granted = new EnumMap<>(Via.class);
  private final Map<Via, Map<String, Counter>> refused = new EnumMap<>(Via.class);

  Decisions(MeterRegistry registry) {
    for (Via via : Via.values()) {
      granted.put(via, counter(registry, "granted", "granted", via));
      refused.put(via, Arrays.stream(ProblemType.values())
          .filter(ProblemType::isOfADecision)
          .map(ProblemType::code)
          .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> counter(registry, "refused", code, via))));
    }
  }

  /** Interface through which a decision was requested. */
  public enum Via {
    V1,
    V2,
    PLATFORM,
    VERIFY;

    static Optional<Via> of(String path) {
      if (path.startsWith("/api/v2")) {
        return Optional.of(V2);
      }
      if (path.startsWith("/v1/api")) {
        return Optional.of(V1);
      }
      return path.startsWith("/api/platform") ? Optional.of(PLATFORM) : Optional.empty();
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @ResponseFilter
  void count(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<Via> via = Via.of(request.getPath());
    if (via.isEmpty()) {
      return;
    }
    Object refusal = response.getAttribute(RefusalResponse.REFUSAL).orElse(null);
    if (refusal instanceof Refusal counted) {
      refused(via.get(), counted.code());
    } else if (request.getAttribute(SecurityFilter.AUTHENTICATION).isPresent()) {
      granted(via.get());
    } else if (response.getAttribute(RefusalResponse.UNDECIDED).isPresent()) {
      refused(via.get(), ProblemType.VERIFICATION_UNAVAILABLE.code());
    }
  }

  /** Counts a decision that grants. */
  public void granted(Via via) {
    counted(granted.get(via));
  }

  /** Counts a decision that refuses, by its code. */
  public void refused(Via via, String code) {
    counted(refused.getOrDefault(via, Map.of()).get(code));
  }

  private static void counted(@Nullable Counter counter) {
    if (counter == null) {
      throw new IllegalStateException("Every decision has a counter");
    }
    counter.increment();
  }

  private static Counter counter(MeterRegistry registry, String outcome, String code, Via via) {
    return Counter.builder(METER)
        .description("Decisions on requests and on keys that were verified")
        .tags("outcome", outcome, "code", code, "via", via.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}

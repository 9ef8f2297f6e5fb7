package dev.latchkey.adapters.rest.kit.answer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Times every request, including refused ones, in a histogram. The meter and its tags are those of Micronaut's own
 * filter, which builds and looks them up for each request; this filter does so once for each kind of request.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestTimes implements Ordered {

  private static final String METER = "http.server.requests";
  private static final Pattern EXPRESSION = Pattern.compile("\\{([^:{}]+):[^{}]*}");

  private static final Duration[] BUCKETS = LongStream
      .of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
      .mapToObj(Duration::ofMillis)
      .toArray(Duration[]::new);

  private static final String BEGAN = "latchkey.began";

  private final MeterRegistry registry;
  private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

  RequestTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Requests that share a timer. The number of kinds is that of the routes times the few outcomes of each. */
  private record Kind(Optional<RouteInfo<?>> route, String method, int status, String exception) {

    static Kind of(HttpRequest<?> request, HttpResponse<?> response) {
      return new Kind(
          RouteAttributes.getRouteInfo(request),
          request.getMethod().name(),
          response.code(),
          RouteAttributes.getException(response).map(thrown -> thrown.getClass().getSimpleName()).orElse("none"));
    }

    /** Returns the route's template. A variable has its name only, without the expression that it must match. */
    String uri() {
      if (status >= 300 && status < 400) {
        return "REDIRECTION";
      }
      if (status == HttpStatus.NOT_FOUND.getCode()) {
        return "NOT_FOUND";
      }
      return route.filter(UriRouteInfo.class::isInstance).map(UriRouteInfo.class::cast)
          .map(uriRoute -> EXPRESSION.matcher(uriRoute.getUriMatchTemplate().toPathString()).replaceAll("{$1}"))
          .orElse("UNMATCHED_URI");
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGAN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    if (request.getAttribute(BEGAN).orElse(null) instanceof Long began) {
      timers.computeIfAbsent(Kind.of(request, response), this::timer)
          .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }

  private Timer timer(Kind kind) {
    return Timer.builder(METER)
        .description("From the arrival of a request to its answer")
        .tags("exception", kind.exception, "method", kind.method, "status", Integer.toString(kind.status),
            "uri", kind.uri())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}

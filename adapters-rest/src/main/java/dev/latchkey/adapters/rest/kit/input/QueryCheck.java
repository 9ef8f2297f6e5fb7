package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rejects query parameters that an endpoint of {@code /api/v2} or {@code /api/platform/v1} does not accept, and
 * repeated ones, after the credentials are accepted. All other routes ignore unknown parameters.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class QueryCheck implements Ordered {

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /** Returns null if the request passes. */
  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getUri().getRawQuery() == null) {
      return null;
    }
    return RouteAttributes.getRouteMatch(request)
        .filter(QueryCheck::isStrict)
        .flatMap(route -> check(request, route))
        .map(Problem::response)
        .orElse(null);
  }

  private static Optional<Problem> check(HttpRequest<?> request, RouteMatch<?> route) {
    try {
      List<InputFault> faults = faults(
          request.getParameters(), Set.of(route.getAnnotationMetadata().stringValues(QueryNames.class)));
      return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.of(faults));
    } catch (IllegalArgumentException badPercentEncoding) {
      return Optional.of(Problem.of(ProblemType.REQUEST_MALFORMED));
    }
  }

  private static List<InputFault> faults(HttpParameters sent, Set<String> taken) {
    JsonPath query = JsonPath.top(false);
    sent.forEach((name, values) -> {
      if (!taken.contains(name)) {
        query.member(name).fault("unknown_parameter", unknown(taken));
      } else if (values.size() > 1) {
        query.member(name).fault("repeated", "Must be sent once.");
      }
    });
    return query.faults();
  }

  private static String unknown(Set<String> taken) {
    return taken.isEmpty()
        ? "Is not a parameter of this request, which takes none. Leave it out."
        : "Is not a parameter of this request. Send one of: " + String.join(", ", taken.stream().sorted().toList())
            + ".";
  }

  private static boolean isStrict(RouteMatch<?> route) {
    return route.getRouteInfo() instanceof UriRouteInfo<?, ?> info
        && Query.isStrict(info.getUriMatchTemplate().toPathString());
  }
}

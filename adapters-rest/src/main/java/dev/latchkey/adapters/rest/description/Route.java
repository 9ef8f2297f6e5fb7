package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import io.micronaut.http.HttpMethod;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A route as the server serves it.
 *
 * @param path template with the variable names of the router
 * @param query names of the query parameters that the route accepts
 */
record Route(String method, String path, Requirement requirement, Set<String> query) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  /** Returns all routes except closed ones and HEAD, which every GET implies. */
  static List<Route> of(Router router) {
    return router.uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .map(Route::of)
        .filter(route -> !(route.requirement instanceof Requirement.Unstated))
        // The router lists some routes twice, with and without a trailing slash.
        .distinct()
        .toList();
  }

  private static Route of(UriRouteInfo<?, ?> route) {
    Requirement requirement = route.getDeclaringType().isAnnotationPresent(Endpoint.class)
        ? new Requirement.Nothing()
        : Requirement.of(route.getAnnotationMetadata().stringValues(Secured.class));
    return new Route(
        route.getHttpMethodName(),
        route.getUriMatchTemplate().toPathString(),
        requirement,
        Set.of(route.getAnnotationMetadata().stringValues(QueryNames.class)));
  }

  boolean isOf(Operation operation) {
    return method.equals(operation.method()) && shape(path).equals(shape(operation.path()));
  }

  private static String shape(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package dev.latchkey.adapters.rest;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The framework's router, which matches one template and one filter after the other, with a look-up before it for every
 * path that a single route without variables has to itself. Whatever else is asked, the framework answers.
 */
@Singleton
@Replaces(DefaultRouter.class)
final class ExactRoutes extends DefaultRouter {

  private final Map<HttpMethod, Map<String, UriRouteInfo<?, ?>>> byPath = new EnumMap<>(HttpMethod.class);
  private final ConcurrentMap<UriRouteInfo<?, ?>, List<GenericHttpFilter>> filters = new ConcurrentHashMap<>();

  ExactRoutes(Collection<RouteBuilder> builders) {
    super(builders);
    List<UriRouteInfo<?, ?>> routes = uriRoutes().distinct().toList();
    for (UriRouteInfo<?, ?> route : routes) {
      String path = path(route);
      if (isUnconditional(route) && routes.stream().filter(other -> isFor(other, route, path)).count() == 1) {
        byPath.computeIfAbsent(route.getHttpMethod(), _ -> new HashMap<>()).put(path, route);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // as in the method that this stands before: who asks knows what the route returns
  public <T, R> @Nullable UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
    UriRouteInfo<?, ?> route = only(request);
    return route == null ? super.findClosest(request) : (UriRouteMatch<T, R>) route.tryMatch(request.getPath());
  }

  /** Which filters a request passes depends on its method, path and route, so that for these routes it is always the same. */
  @Override
  public List<GenericHttpFilter> findFilters(HttpRequest<?> request) {
    UriRouteInfo<?, ?> route = only(request);
    if (route == null) {
      return super.findFilters(request);
    }
    List<GenericHttpFilter> known = filters.get(route);
    return known == null ? filters.computeIfAbsent(route, _ -> super.findFilters(request)) : known;
  }

  private @Nullable UriRouteInfo<?, ?> only(HttpRequest<?> request) {
    UriRouteInfo<?, ?> route = byPath.getOrDefault(request.getMethod(), Map.of()).get(request.getPath());
    return route != null && route.matching(request) ? route : null;
  }

  private static String path(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }

  /** Nothing but method and path decides whether this route is the one. */
  private boolean isUnconditional(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().getVariables().isEmpty()
        && (route.consumesAll() || !route.getHttpMethod().permitsRequestBody())
        && route.producesAll()
        && getExposedPorts().isEmpty();
  }

  private static boolean isFor(UriRouteInfo<?, ?> other, UriRouteInfo<?, ?> route, String path) {
    return other.getHttpMethodName().equals(route.getHttpMethodName()) && other.tryMatch(path) != null;
  }
}

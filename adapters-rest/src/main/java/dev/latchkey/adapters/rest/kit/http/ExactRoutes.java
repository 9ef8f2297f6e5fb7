package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Router with a lookup by path for every route without variables that is the only one on its path. All other requests
 * go to the framework's router, which matches one template and one filter after the other.
 */
@Singleton
@Replaces(DefaultRouter.class)
final class ExactRoutes extends DefaultRouter {

  private final Map<HttpMethod, Map<String, UriRouteInfo<?, ?>>> byPath = new EnumMap<>(HttpMethod.class);
  private final Map<RouteInfo<?>, List<Argument<?>>> enumerated = new HashMap<>();
  private final ConcurrentMap<UriRouteInfo<?, ?>, List<GenericHttpFilter>> filters = new ConcurrentHashMap<>();

  ExactRoutes(Collection<RouteBuilder> builders) {
    super(builders);
    List<UriRouteInfo<?, ?>> routes = uriRoutes().distinct().toList();
    for (UriRouteInfo<?, ?> route : routes) {
      List<Argument<?>> values = enumerated(route);
      if (!values.isEmpty()) {
        enumerated.put(route, values);
      }
      String path = path(route);
      if (isUnconditional(route) && routes.stream().filter(other -> isFor(other, route, path)).count() == 1) {
        byPath.computeIfAbsent(route.getHttpMethod(), _ -> new HashMap<>()).put(path, route);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // as in the overridden method: the caller knows what the route returns
  public <T, R> @Nullable UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
    UriRouteInfo<?, ?> route = only(request);
    if (route != null) {
      return (UriRouteMatch<T, R>) route.tryMatch(request.getPath());
    }
    UriRouteMatch<T, R> closest = super.findClosest(request);
    return closest == null || isReadable(closest) ? closest : null;
  }

  /** Returns the routes of all methods, for the response to a wrong method. */
  @Override
  public <T, R> List<UriRouteMatch<T, R>> findAny(HttpRequest<?> request) {
    return super.<T, R>findAny(request).stream().filter(this::isReadable).toList();
  }

  /** Returns whether each variable with a few possible values has one of them. The framework would respond with 400. */
  private boolean isReadable(UriRouteMatch<?, ?> match) {
    return enumerated.getOrDefault(match.getRouteInfo(), List.of()).stream()
        .allMatch(variable -> ConversionService.SHARED
            .convert(match.getVariableValues().get(variable.getName()), variable)
            .isPresent());
  }

  /** Caches the filters of an exact route: they depend on method, path and route, which are always the same for it. */
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

  private static List<Argument<?>> enumerated(UriRouteInfo<?, ?> route) {
    return Arrays.stream(route.getTargetMethod().getArguments())
        .filter(argument -> argument.getType().isEnum()
            && route.getUriMatchTemplate().getVariableNames().contains(argument.getName()))
        .<Argument<?>>map(argument -> argument)
        .toList();
  }

  private static String path(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }

  /** Returns whether the method and path alone select this route. */
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

package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.ClientAddress;
import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.ProblemType;
import dev.latchkey.adapters.rest.answer.Refused;
import dev.latchkey.adapters.rest.answer.StoreFailure;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps 1 to 10 of the decision, for every route and before a body is looked at. It stands in for Micronaut Security's
 * own filter and keeps to its words: the endpoint's {@code @Secured}, the request's {@link Authentication}. ADR 5 says
 * why.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  private final ForCheckingAccess access;
  private final ClientAddress clientAddress;
  private final EndpointSensitivityProcessor sensitivity;
  private final StoreFailure storeFailure;

  AccessFilter(
      ForCheckingAccess access,
      ClientAddress clientAddress,
      EndpointSensitivityProcessor sensitivity,
      StoreFailure storeFailure) {
    this.access = access;
    this.clientAddress = clientAddress;
    this.sensitivity = sensitivity;
    this.storeFailure = storeFailure;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /** An answer that refuses, or none to let the request pass. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> admit(HttpRequest<?> request) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty()) {
      // Nothing is served there; whoever asks is told so without any credentials.
      return null;
    }
    request.setAttribute(SecurityFilter.KEY, true);
    try {
      return admit(request, route.get());
    } catch (StoreUnavailable failure) {
      return storeFailure.whileChecking(request, failure);
    }
  }

  private @Nullable HttpResponse<?> admit(HttpRequest<?> request, RouteMatch<?> route) {
    return switch (requirement(route)) {
      case Requirement.Nothing() -> null;
      case Requirement.AnyKey() -> admit(request, Optional.empty());
      case Requirement.KeyWith(Permission permission) -> admit(request, Optional.of(permission));
      case Requirement.OperatorToken() -> admitOperator(request);
      case Requirement.Unstated() -> {
        LOG.error("{} states no security that is understood here and stays closed", route);
        yield Problem.of(ProblemType.ROUTE_NOT_FOUND).response();
      }
    };
  }

  private @Nullable HttpResponse<?> admit(HttpRequest<?> request, Optional<Permission> permission) {
    return switch (access.check(BearerHeader.read(request.getHeaders()), permission, address(request))) {
      case Refusal refusal -> new Refused(refusal).response();
      case Caller caller -> admitted(request, new KeyAuthentication(caller));
    };
  }

  private @Nullable HttpResponse<?> admitOperator(HttpRequest<?> request) {
    return switch (access.checkOperator(BearerHeader.read(request.getHeaders()), address(request))) {
      case Refusal refusal -> new Refused(refusal).response();
      case Operator operator -> admitted(request, new OperatorAuthentication(operator));
    };
  }

  private Requirement requirement(RouteMatch<?> route) {
    if (route instanceof MethodBasedRouteMatch<?, ?> endpoint
        && Boolean.FALSE.equals(sensitivity.getEndpointMethods().get(endpoint.getExecutableMethod()))) {
      return new Requirement.Nothing();
    }
    return Requirement.of(route.getAnnotationMetadata().stringValues(Secured.class));
  }

  private Optional<InetAddress> address(HttpRequest<?> request) {
    return clientAddress.of(request.getRemoteAddress(), request.getHeaders());
  }

  private static @Nullable HttpResponse<?> admitted(HttpRequest<?> request, Authentication authentication) {
    request.setAttribute(SecurityFilter.AUTHENTICATION, authentication);
    return null;
  }
}

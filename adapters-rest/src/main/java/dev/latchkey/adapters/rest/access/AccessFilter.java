package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.PresentedCredentials;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access filter of every route: steps 1 to 10 of the decision, before the body is read. It replaces the filter of
 * Micronaut Security and keeps its interfaces: {@code @Secured} of the endpoint, {@link Authentication} of the request.
 * ADR 5 gives the reason.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  /** Headers in which other services accept keys. They are not read; the refusal names the one that was sent. */
  private static final List<String> UNREAD = List.of("X-API-Key", "Api-Key", "X-Auth-Token", "X-Access-Token");

  private final ForCheckingAccess access;
  private final ClientAddress clientAddress;
  private final EndpointSensitivityProcessor sensitivity;
  private final StoreFailure storeFailure;
  private final FailedAuthentications failures;
  private final @Nullable OtherGuard otherGuard;
  private final Executor workers;

  /** Cache by route; the number of routes bounds its size. */
  private final ConcurrentMap<RouteInfo<?>, Requirement> requirements = new ConcurrentHashMap<>();

  AccessFilter(
      ForCheckingAccess access,
      ClientAddress clientAddress,
      EndpointSensitivityProcessor sensitivity,
      StoreFailure storeFailure,
      FailedAuthentications failures,
      @Nullable OtherGuard otherGuard,
      @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
    this.access = access;
    this.clientAddress = clientAddress;
    this.sensitivity = sensitivity;
    this.storeFailure = storeFailure;
    this.failures = failures;
    this.otherGuard = otherGuard;
    this.workers = workers;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /**
   * Checks the credentials that the route requires. Returns null if the request passes at once; otherwise a stage with
   * the response that refuses it, or with an empty result if it passes.
   */
  @RequestFilter
  @Nullable
  CompletionStage<Optional<HttpResponse<?>>> admit(HttpRequest<?> request) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty()) {
      // There is no such route: the framework responds, and no credentials are required.
      return null;
    }
    request.setAttribute(SecurityFilter.KEY, true);
    return switch (requirement(route.get())) {
      case Requirement.Nothing() -> null;
      case Requirement.AnyKey() -> admit(request, Optional.empty());
      case Requirement.KeyWith(Permission permission) -> admit(request, Optional.of(permission));
      case Requirement.OperatorToken() -> admitOperator(request);
      case Requirement.Unstated() -> {
        if (otherGuard != null && otherGuard.guards(request)) {
          yield null;
        }
        LOG.error("{} states no security that is understood here and stays closed", route.get());
        yield completed(Problem.of(ProblemType.ROUTE_NOT_FOUND).response());
      }
    };
  }

  private @Nullable CompletionStage<Optional<HttpResponse<?>>> admit(
      HttpRequest<?> request, Optional<Permission> permission) {
    PresentedCredentials credentials = BearerHeader.read(request.getHeaders());
    Optional<InetAddress> address = address(request);
    Optional<AccessDecision> atOnce = access.checkAtOnce(credentials, permission, address);
    if (atOnce.isEmpty()) {
      return CompletableFuture.supplyAsync(() -> lookUp(request, credentials, permission, address), workers);
    }
    return switch (atOnce.get()) {
      case Refusal refusal -> completed(refused(request, refusal));
      case Caller caller -> admitted(request, new KeyAuthentication(caller));
    };
  }

  /** Checks credentials against the store. Blocks, so it never runs on the event loop. */
  private Optional<HttpResponse<?>> lookUp(
      HttpRequest<?> request,
      PresentedCredentials credentials,
      Optional<Permission> permission,
      Optional<InetAddress> address) {
    try {
      return switch (access.check(credentials, permission, address)) {
        case Refusal refusal -> Optional.of(refused(request, refusal));
        case Caller caller -> {
          admitted(request, new KeyAuthentication(caller));
          yield Optional.empty();
        }
      };
    } catch (StoreUnavailable failure) {
      return Optional.of(storeFailure.whileChecking(request, failure));
    }
  }

  private @Nullable CompletionStage<Optional<HttpResponse<?>>> admitOperator(HttpRequest<?> request) {
    return switch (access.checkOperatorAtOnce(BearerHeader.read(request.getHeaders()), address(request))) {
      case Refusal refusal -> completed(refused(request, refusal, RefusalText.TOKEN_IN_HEADER));
      case Operator operator -> admitted(request, new OperatorAuthentication(operator));
    };
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Refusal refusal) {
    return refused(request, refusal, RefusalText.KEY_IN_HEADER);
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Refusal refusal, RefusalText text) {
    failures.count(refusal, address(request), RequestId.of(request));
    return new RefusalResponse(refusal, text, hint(request, refusal)).response();
  }

  /** Names the header that has a key and is not read; empty if there is none. */
  private static String hint(HttpRequest<?> request, Refusal refusal) {
    return refusal instanceof Refusal.CredentialsMissing
        ? UNREAD.stream()
            .filter(request.getHeaders()::contains)
            .findFirst()
            .map(name -> "The header " + name + " is not read.")
            .orElse("")
        : "";
  }

  private static CompletionStage<Optional<HttpResponse<?>>> completed(HttpResponse<?> response) {
    return CompletableFuture.completedFuture(Optional.of(response));
  }

  private static @Nullable CompletionStage<Optional<HttpResponse<?>>> admitted(
      HttpRequest<?> request, Authentication authentication) {
    request.setAttribute(SecurityFilter.AUTHENTICATION, authentication);
    return null;
  }

  private Requirement requirement(RouteMatch<?> route) {
    Requirement known = requirements.get(route.getRouteInfo());
    return known == null ? requirements.computeIfAbsent(route.getRouteInfo(), _ -> read(route)) : known;
  }

  private Requirement read(RouteMatch<?> route) {
    if (route instanceof MethodBasedRouteMatch<?, ?> endpoint
        && Boolean.FALSE.equals(sensitivity.getEndpointMethods().get(endpoint.getExecutableMethod()))) {
      return new Requirement.Nothing();
    }
    return Requirement.of(route.getAnnotationMetadata().stringValues(Secured.class));
  }

  private Optional<InetAddress> address(HttpRequest<?> request) {
    return clientAddress.of(request.getRemoteAddress(), request.getHeaders());
  }
}

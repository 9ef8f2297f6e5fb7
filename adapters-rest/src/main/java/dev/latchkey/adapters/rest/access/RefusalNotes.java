package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.refusal.RequestLine;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records each refused request of a proven key, so that the tenant's staff can look it up by the request id. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RefusalNotes implements Ordered {

  private static final Pattern SECRET = Pattern.compile("(lk_[a-z]+_[0-9A-Za-z]+)_[0-9A-Za-z]+");

  private final ForRecallingRefusals refusals;
  private final ClientAddress clientAddress;

  RefusalNotes(ForRecallingRefusals refusals, ClientAddress clientAddress) {
    this.refusals = refusals;
    this.clientAddress = clientAddress;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @ResponseFilter
  void note(HttpRequest<?> request, HttpResponse<?> response) {
    response.getAttribute(RefusalResponse.REFUSAL, Refusal.class)
        .filter(Refusal::isOfAProvenKey)
        .ifPresent(
            refusal -> key(request).ifPresent(key -> refusals.noteAtOnce(key, refusal, about(request, refusal))));
  }

  /** Returns the key of the request: that of the admitted caller, or the one that was presented and proven. */
  private static Optional<KeyId> key(HttpRequest<?> request) {
    return request.getUserPrincipal(KeyAuthentication.class)
        .map(admitted -> admitted.caller().credential().key().id())
        .or(() -> BearerHeader.read(request.getHeaders()) instanceof PresentedCredentials.Bearer(var presented)
            && KeyFormat.read(presented) instanceof KeyReading.WellFormed(var plain)
                ? Optional.of(plain.id())
                : Optional.empty());
  }

  private Circumstances about(HttpRequest<?> request, Refusal refusal) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    return new Circumstances(
        RequestId.of(request).value(),
        Optional.of(RequestLine.of(request.getMethodName(), withoutSecrets(request.getUri().getRawPath()))),
        needed(route, refusal),
        route.flatMap(RefusalNotes::campaign),
        clientAddress.of(request.getRemoteAddress(), request.getHeaders()));
  }

  /** Removes the secret of a key that was put into the path by mistake. */
  private static String withoutSecrets(String path) {
    return SECRET.matcher(path).replaceAll("$1_…");
  }

  private static Optional<Permission> needed(Optional<RouteMatch<?>> route, Refusal refusal) {
    if (refusal instanceof Refusal.PermissionMissing(Permission permission)) {
      return Optional.of(permission);
    }
    return route.map(match -> Requirement.of(match.getAnnotationMetadata().stringValues(Secured.class)))
        .flatMap(requirement -> requirement instanceof Requirement.KeyWith(Permission permission)
            ? Optional.of(permission)
            : Optional.empty());
  }

  private static Optional<CampaignId> campaign(RouteMatch<?> route) {
    return route instanceof UriRouteMatch<?, ?> match
        ? Optional.ofNullable(match.getVariableValues().get("campaign")).map(String::valueOf)
            .flatMap(PublicId::campaign)
        : Optional.empty();
  }
}

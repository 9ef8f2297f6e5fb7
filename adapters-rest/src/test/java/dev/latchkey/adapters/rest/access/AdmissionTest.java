package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.FakeAccess;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the access filter does with one request, without a server around it. */
class AdmissionTest {

  private static final String KEY = "Bearer " + Known.PLAIN.reveal();
  private static final String OPERATOR = "Bearer " + Known.OPERATOR_TOKEN;

  @AutoClose
  private final ExecutorService workers = Executors.newSingleThreadExecutor();
  private final FakeAccess access = new FakeAccess();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EndpointSensitivityProcessor sensitivity = mock();
  private final ExecutableMethod<Object, Object> endpoint = mock();
  private final MutableHttpRequest<?> request = HttpRequest.GET("/");

  private AccessFilter filter(@Nullable OtherGuard guard) {
    return new AccessFilter(
        access.port(), new ClientAddress(List.of()), sensitivity, new StoreFailure(),
        new FailedAuthentications(meters), guard, workers);
  }

  private AccessFilter filter() {
    return filter(null);
  }

  /** Matches the request to a route with this {@code @Secured}. */
  private AnnotationMetadata route(String... secured) {
    AnnotationMetadata metadata = mock();
    when(metadata.stringValues(Secured.class)).thenReturn(secured);
    MethodBasedRouteInfo<Object, Object> info = mock();
    MethodBasedRouteMatch<Object, Object> match = mock();
    when(match.getRouteInfo()).thenReturn(info);
    when(match.getAnnotationMetadata()).thenReturn(metadata);
    when(match.getExecutableMethod()).thenReturn(endpoint);
    RouteAttributes.setRouteMatch(request, match);
    return metadata;
  }

  private static HttpResponse<?> response(@Nullable CompletionStage<Optional<HttpResponse<?>>> stage) {
    return stage.toCompletableFuture().join().orElseThrow();
  }

  private static String detail(HttpResponse<?> response) {
    return ((Problem) response.body()).detail();
  }

  private Optional<Authentication> authentication() {
    return request.getAttribute(SecurityFilter.AUTHENTICATION, Authentication.class);
  }

  @Test
  void requestWithoutARouteIsLeftToTheFramework() {
    assertThat(filter().admit(request)).isNull();
    assertThat(request.getAttribute(SecurityFilter.KEY)).isEmpty();
  }

  @Test
  void routeForAnyoneNeedsNoCredentials() {
    route(SecurityRule.IS_ANONYMOUS);

    assertThat(filter().admit(request)).isNull();
    assertThat(authentication()).isEmpty();
    assertThat(request.getAttribute(SecurityFilter.KEY)).contains(true);
  }

  @Test
  void endpointThatIsNotSensitiveNeedsNoCredentials() {
    route("isSensitive");
    when(sensitivity.getEndpointMethods()).thenReturn(Map.of(endpoint, false));

    assertThat(filter().admit(request)).isNull();
  }

  @Test
  void endpointThatIsSensitiveNeedsWhatItStates() {
    route(SecurityRule.IS_AUTHENTICATED);
    when(sensitivity.getEndpointMethods()).thenReturn(Map.of(endpoint, true));

    assertThat(response(filter().admit(request)).status().getCode()).isEqualTo(401);
  }

  @Test
  void keyInTheCacheIsAdmittedAtOnceAndIsTheCaller() {
    route(SecurityRule.IS_AUTHENTICATED);
    request.header(HttpHeaders.AUTHORIZATION, KEY);

    assertThat(filter().admit(request)).isNull();
    assertThat(authentication()).get().isInstanceOfSatisfying(
        KeyAuthentication.class, key -> assertThat(key.caller().credential().key()).isEqualTo(Known.KEY));
    assertThat(access.lookedUpOn()).isEmpty();
  }

  @Test
  void keyThatIsNotInTheCacheIsLookedUpByAWorkerAndIsTheCaller() {
    route(SecurityRule.IS_AUTHENTICATED);
    request.header(HttpHeaders.AUTHORIZATION, KEY);
    access.forget();

    assertThat(filter().admit(request).toCompletableFuture().join()).isEmpty();
    assertThat(authentication()).get().isInstanceOf(KeyAuthentication.class);
    assertThat(access.lookedUpOn()).get().isNotSameAs(Thread.currentThread());
  }

  @Test
  void permissionOfTheRouteIsNeededWhetherTheKeyIsInTheCacheOrNot() {
    route("leads:write");
    request.header(HttpHeaders.AUTHORIZATION, KEY);
    access.know(Known.granted(Set.of(Permission.LEADS_READ), CampaignAccess.EVERYWHERE), Known.TENANT);

    assertThat(detail(response(filter().admit(request)))).startsWith("The key lacks the permission leads:write.");
    access.forget();
    assertThat(detail(response(filter().admit(request)))).startsWith("The key lacks the permission leads:write.");
    assertThat(authentication()).isEmpty();
  }

  @Test
  void requestIsRefusedIfTheKeyCannotBeLookedUp() {
    route(SecurityRule.IS_AUTHENTICATED);
    request.header(HttpHeaders.AUTHORIZATION, KEY);
    access.failWith(new StoreUnavailable(new IllegalStateException("down")));

    HttpResponse<?> response = response(filter().admit(request));

    assertThat(response.status().getCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE.getCode());
    assertThat(response.getAttribute(RefusalResponse.UNDECIDED)).contains(true);
    assertThat(authentication()).isEmpty();
  }

  @Test
  void operatorIsAdmittedByTheTokenAndNoKeyIs() {
    route(Requirement.OPERATOR);

    request.header(HttpHeaders.AUTHORIZATION, KEY);
    assertThat(response(filter().admit(request)).status().getCode()).isEqualTo(401);
    assertThat(authentication()).isEmpty();

    request.getHeaders().remove(HttpHeaders.AUTHORIZATION);
    request.header(HttpHeaders.AUTHORIZATION, OPERATOR);
    assertThat(filter().admit(request)).isNull();
    assertThat(authentication()).get().isInstanceOf(OperatorAuthentication.class);
  }

  @Test
  void refusalSaysWhichCredentialTheRouteNeeds() {
    route(SecurityRule.IS_AUTHENTICATED);
    assertThat(detail(response(filter().admit(request)))).contains("Authorization: Bearer KEY,");

    route(Requirement.OPERATOR);
    assertThat(detail(response(filter().admit(request)))).contains("Authorization: Bearer TOKEN,");
  }

  @Test
  void headerWithAKeyThatIsNotReadIsNamedIfCredentialsAreMissing() {
    route(SecurityRule.IS_AUTHENTICATED);
    assertThat(detail(response(filter().admit(request)))).doesNotContain("is not read");

    request.header("X-Auth-Token", Known.PLAIN.reveal());
    assertThat(detail(response(filter().admit(request)))).endsWith(" The header X-Auth-Token is not read.");

    request.header(HttpHeaders.AUTHORIZATION, "Basic abc");
    assertThat(detail(response(filter().admit(request)))).doesNotContain("is not read");
  }

  @Test
  void failedAuthenticationIsCounted() {
    route(SecurityRule.IS_AUTHENTICATED);

    response(filter().admit(request));

    assertThat(meters.get("latchkey.failed.authentications").tag("reason", "credentials_missing").counter().count())
        .isEqualTo(1);
  }

  @Test
  void addressOfTheClientIsPartOfTheDecision() {
    InetAddress here = request.getRemoteAddress().getAddress();
    route(SecurityRule.IS_AUTHENTICATED);
    request.header(HttpHeaders.AUTHORIZATION, KEY);

    access.know(limitedTo("192.0.2.0/24"), Known.TENANT);
    assertThat(detail(response(filter().admit(request)))).contains(here.getHostAddress());
    access.know(limitedTo(here.getHostAddress()), Known.TENANT);
    assertThat(filter().admit(request)).isNull();
  }

  private static ApiKey limitedTo(String range) {
    KeyChange change = new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.to(AddressRange.of(range).stream().toList()), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep());
    return Known.KEY.with(change.of(Known.KEY.settings()));
  }

  @Test
  void routeWithoutAKnownRequirementIsClosedUnlessAnotherGuardHasIt() {
    route("staff");
    request.header(HttpHeaders.AUTHORIZATION, KEY);

    assertThat(response(filter().admit(request)).status().getCode()).isEqualTo(404);
    assertThat(response(filter(_ -> false).admit(request)).status().getCode()).isEqualTo(404);
    assertThat(filter(_ -> true).admit(request)).isNull();
  }

  @Test
  void requirementOfARouteIsReadOnce() {
    AnnotationMetadata metadata = route(SecurityRule.IS_ANONYMOUS);
    AccessFilter filter = filter();

    filter.admit(request);
    filter.admit(request);

    verify(metadata, times(1)).stringValues(Secured.class);
  }

  @Test
  void filterRunsInThePhaseOfSecurity() {
    assertThat(filter().getOrder()).isEqualTo(ServerFilterPhase.SECURITY.order());
  }
}

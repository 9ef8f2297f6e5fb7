package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalResponseTest {

  private static final String REALM = "Bearer realm=\"latchkey\"";
  private static final String INVALID_TOKEN = REALM + ", error=\"invalid_token\"";

  private static final RateLimit LIMIT = new RateLimit(100, Duration.ofSeconds(60));

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new Refusal.CredentialsMissing(), 401, REALM),
        Arguments.of(
            new Refusal.CredentialsMalformed(CredentialFault.SEVERAL), 401, REALM + ", error=\"invalid_request\""),
        Arguments.of(new Refusal.KeyMalformed(KeyFault.CHECKSUM), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.KeyInvalid(), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.OperatorTokenInvalid(), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.TooManyFailures(Duration.ofSeconds(42)), 429, null),
        Arguments.of(new Refusal.KeyDisabled(), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.KeyExpired(), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.KeyNotYetValid(), 401, INVALID_TOKEN),
        Arguments.of(new Refusal.TenantSuspended(), 403, null),
        Arguments.of(new Refusal.AddressNotAllowed(Optional.empty()), 403, null),
        Arguments.of(new Refusal.RateLimited(LIMIT, Duration.ofMillis(1500)), 429, null),
        Arguments.of(
            new Refusal.PermissionMissing(Permission.API_KEYS_WRITE),
            403,
            REALM + ", error=\"insufficient_scope\", scope=\"api_keys:write\""),
        Arguments.of(new Refusal.TenantIdMissing(), 400, null),
        Arguments.of(new Refusal.TenantMismatch(), 403, null),
        Arguments.of(new Refusal.CampaignAccessDenied(Optional.empty()), 403, null),
        Arguments.of(new Refusal.CampaignNotFound(), 404, null));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void eachRefusalHasItsStatusItsCodeAndItsChallenge(Refusal refusal, int status, @Nullable String challenge) {
    HttpResponse<?> response = new RefusalResponse(refusal).response();
    assertThat(response.code()).isEqualTo(status);
    assertThat(response.getHeaders().get("WWW-Authenticate")).isEqualTo(challenge);
    assertThat(response.getHeaders().get("Content-Type")).isEqualTo("application/problem+json");
    Problem problem = (Problem) response.body();
    assertThat(problem.code()).isEqualTo(refusal.code());
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.detail()).isEqualTo(RefusalText.KEY_IN_HEADER.of(refusal).detail());
  }

  @Test
  void noRefusalIsForgottenHere() {
    List<Class<?>> tested = refusals().<Class<?>>map(arguments -> arguments.get()[0].getClass()).toList();
    assertThat(Arrays.asList(Refusal.class.getPermittedSubclasses())).containsExactlyInAnyOrderElementsOf(tested);
  }

  @Test
  void whoeverIsOverTheLimitIsToldHowLongToWaitInWholeSecondsThatAreEnough() {
    HttpResponse<?> response = new RefusalResponse(new Refusal.RateLimited(LIMIT, Duration.ofMillis(1500))).response();
    assertThat(response.getHeaders().get("Retry-After")).isEqualTo("2");
    assertThat(response.getHeaders().get("RateLimit-Policy")).isEqualTo("\"key\";q=100;w=60");
    assertThat(response.getHeaders().get("RateLimit")).isEqualTo("\"key\";r=0;t=2");
    assertThat(
        new RefusalResponse(new Refusal.RateLimited(LIMIT, Duration.ZERO)).response().getHeaders().get("Retry-After"))
        .as("nobody is told to come back at once").isEqualTo("1");
  }

  @Test
  void tooManyFailuresSayAfterHowManySecondsTheNextIsAnswered() {
    HttpResponse<?> response = new RefusalResponse(new Refusal.TooManyFailures(Duration.ofMillis(200))).response();
    assertThat(response.getHeaders().get("Retry-After")).isEqualTo("1");
    assertThat(response.getHeaders().get("RateLimit")).isNull();
  }

  @Test
  void anAddressThatIsNotAllowedIsAMemberWhereItIsKnown() {
    Problem known = (Problem) new RefusalResponse(
        new Refusal.AddressNotAllowed(AddressRange.address("2001:db8:0:0:0:0:0:7"))).response().body();
    Problem unknown = (Problem) new RefusalResponse(new Refusal.AddressNotAllowed(Optional.empty())).response().body();
    assertThat(known.address()).isEqualTo("2001:db8::7");
    assertThat(known.detail()).contains("2001:db8::7");
    assertThat(unknown.address()).isNull();
    assertThat(unknown.detail()).contains("not known");
  }

  @Test
  void aMissingTenantIdIsToldAtItsPlace() {
    Problem problem = (Problem) new RefusalResponse(new Refusal.TenantIdMissing()).response().body();
    assertThat(problem.errors()).extracting(InputFault::pointer).containsExactly("/tenant_id");
  }
}

package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static final List<Refusal> ALL = List.of(
      new Refusal.CredentialsMissing(),
      new Refusal.CredentialsMalformed(CredentialFault.SCHEME),
      new Refusal.KeyMalformed(KeyFault.PREFIX),
      new Refusal.KeyInvalid(),
      new Refusal.OperatorTokenInvalid(),
      new Refusal.TooManyFailures(Duration.ofSeconds(42)),
      new Refusal.KeyDisabled(),
      new Refusal.KeyExpired(),
      new Refusal.KeyNotYetValid(),
      new Refusal.TenantSuspended(),
      new Refusal.AddressNotAllowed(Optional.of(Scene.ADDRESS)),
      new Refusal.RateLimited(new RateLimit(5, Duration.ofMinutes(2)), Duration.ofSeconds(7)),
      new Refusal.PermissionMissing(Permission.LEADS_WRITE),
      new Refusal.TenantIdMissing(),
      new Refusal.TenantMismatch(),
      new Refusal.CampaignAccessDenied(Optional.empty()),
      new Refusal.CampaignNotFound());

  @Test
  void theCodesAreThoseOfTheContract() {
    assertThat(ALL)
        .extracting(Refusal::code)
        .containsExactly(
            "credentials_missing",
            "credentials_malformed",
            "key_malformed",
            "key_invalid",
            "operator_token_invalid",
            "too_many_failures",
            "key_disabled",
            "key_expired",
            "key_not_yet_valid",
            "tenant_suspended",
            "address_not_allowed",
            "rate_limited",
            "permission_missing",
            "tenant_id_missing",
            "tenant_mismatch",
            "campaign_access_denied",
            "campaign_not_found");
  }

  @Test
  void noKindOfRefusalIsForgottenHere() {
    assertThat(ALL).extracting(Object::getClass).containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
  }

  @Test
  void everyRefusalSaysWhyAndTheWayOut() {
    Stream<Refusal> malformed = Stream.of(CredentialFault.values()).map(Refusal.CredentialsMalformed::new);
    Stream<Refusal> unreadable = Stream.of(KeyFault.values()).map(Refusal.KeyMalformed::new);

    assertThat(Stream.of(ALL.stream(), malformed, unreadable).flatMap(all -> all)).allSatisfy(refusal -> {
      assertThat(refusal.because()).matches("[A-Z].{10,}\\.");
      assertThat(refusal.fix()).matches("[A-Z].{10,}\\.");
    });
  }

  @Test
  void everyFaultOfAHeaderOrAKeyIsNamed() {
    assertThat(Stream.of(CredentialFault.values()).map(fault -> new Refusal.CredentialsMalformed(fault).because()))
        .doesNotHaveDuplicates();
    assertThat(Stream.of(KeyFault.values()).map(fault -> new Refusal.KeyMalformed(fault).because()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aMissingPermissionIsNamedInWords() {
    Refusal refusal = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

    assertThat(refusal.because()).contains("leads:write");
    assertThat(refusal.fix()).contains("leads:write");
  }

  @Test
  void aUsedUpRateLimitIsTold() {
    RateLimit limit = new RateLimit(5, Duration.ofMinutes(2));

    assertThat(new Refusal.RateLimited(limit, Duration.ofSeconds(7)).because()).contains(" 5 requests in 120 s ");
    assertThat(new Refusal.RateLimited(limit, Duration.ofSeconds(7)).fix()).startsWith("Wait 7 s,");
    assertThat(new Refusal.RateLimited(limit, Duration.ofMillis(7)).fix()).startsWith("Wait 1 s,");
    assertThat(new Refusal.RateLimited(limit, Duration.ofMillis(1500)).fix()).startsWith("Wait 2 s,");
  }

  @Test
  void anAddressThatIsNotAllowedIsNamedAsRfc5952HasIt() {
    assertThat(new Refusal.AddressNotAllowed(AddressRange.address("2001:DB8:0:0:1:0:0:1")).because())
        .contains(" 2001:db8::1:0:0:1.");
    assertThat(new Refusal.AddressNotAllowed(Optional.empty()).because()).contains("is not known");
  }

  @Test
  void tooManyFailuresSayHowLongToWait() {
    assertThat(new Refusal.TooManyFailures(Duration.ofMillis(41_001)).fix()).startsWith("Wait 42 s.");
  }

  @Test
  void onlyARefusalByACampaignRuleNamesOne() {
    AccessRule denying = new AccessRule(Effect.DENY, Set.of(Action.READ), new CampaignSelector.All());

    assertThat(new Refusal.CampaignAccessDenied(Optional.of(denying)).rule()).contains(denying);
    assertThat(ALL).allSatisfy(refusal -> assertThat(refusal.rule()).isEmpty());
  }
}

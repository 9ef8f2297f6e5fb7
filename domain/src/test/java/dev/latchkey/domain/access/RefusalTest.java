package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  void onlyARefusalByACampaignRuleNamesOne() {
    CampaignRule denying = new CampaignRule(Effect.DENY, Set.of(Action.READ), new CampaignSelector.All());

    assertThat(new Refusal.CampaignAccessDenied(Optional.of(denying)).rule()).contains(denying);
    assertThat(ALL).allSatisfy(refusal -> assertThat(refusal.rule()).isEmpty());
  }

  @Test
  void theRefusalsAfterTheSecretWasProvenAreOfAProvenKey() {
    assertThat(ALL).filteredOn(Refusal::isOfAProvenKey)
        .extracting(Refusal::code)
        .containsExactly(
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
}

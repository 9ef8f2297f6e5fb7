package dev.latchkey.contracts.failure;

import static dev.latchkey.contracts.support.Household.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.contracts.lead.CallList;
import dev.latchkey.contracts.support.ChangeSamples;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.LeadSamples;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.PlanSamples;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadFilter;
import dev.latchkey.domain.lead.PhoneNumber;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.SessionToken;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of all ports of a store that cannot be reached. */
@ExtendWith(NeverNull.class)
public interface UnreachableStoreContract {

  /** Returns a store that cannot be reached; its audit events are never read. */
  StoreUnderTest unreachable();

  @Test
  @Promise(of = ForStoringTenants.class, says = "Every method throws StoreUnavailable if the store cannot be reached, "
      + "and the outcome is then unknown.")
  default void everyMethodForTenantsThrowsStoreUnavailable() {
    Household household = household();
    Tenant tenant = household.tenant();
    AuditEntry entry = household.entry(AuditAction.TENANT_CREATED, tenant.id());

    assertUnavailable(() -> unreachable().tenants().add(OPERATOR, tenant, List.of(), List.of(entry)));
    assertUnavailable(() -> unreachable().tenants().find(OPERATOR, tenant.id()));
    assertUnavailable(() -> unreachable().tenants().list(OPERATOR, TenantFilter.ALL, PageRequest.first(20)));
    assertUnavailable(() -> unreachable().tenants().replace(OPERATOR, tenant, entry));
  }

  @Test
  @Promise(of = ForStoringKeys.class, says = "Every method throws StoreUnavailable if the store cannot be reached, and "
      + "the outcome is then unknown.")
  default void everyMethodForKeysThrowsStoreUnavailable() {
    Household household = household();
    ApiKey key = household.key("Till");
    AuditEntry entry = household.entry(AuditAction.KEY_CREATED, key.id());

    assertUnavailable(() -> unreachable().keys().add(household.scope(), key, entry));
    assertUnavailable(() -> unreachable().keys().find(household.scope(), key.id()));
    assertUnavailable(
        () -> unreachable().keys().list(household.scope(), KeyFilter.ALL, Moments.NOW, PageRequest.first(20)));
    assertUnavailable(() -> unreachable().keys().replace(household.scope(), key, entry));
    assertUnavailable(() -> unreachable().keys().rotate(household.scope(), key, household.key("Next"), List.of(entry)));
    assertUnavailable(() -> unreachable().keys().remove(household.scope(), key, entry));
    assertUnavailable(() -> unreachable().keys().countByPepperVersion());
  }

  @Test
  @Promise(of = ForStoringCampaigns.class, says = "Every method throws StoreUnavailable if the store cannot be "
      + "reached, and the outcome is then unknown.")
  default void everyMethodForCampaignsThrowsStoreUnavailable() {
    Household household = household();
    Campaign campaign = household.campaign(PlanSamples.LEAST);
    AuditEntry entry = household.entry(AuditAction.CAMPAIGN_CREATED, campaign.id());
    Caller caller = Visitors.callerOf(household.tenant());

    assertUnavailable(() -> unreachable().campaigns().add(household.scope(), campaign, entry));
    assertUnavailable(() -> unreachable().campaigns().find(caller, campaign.id()));
    assertUnavailable(() -> unreachable().campaigns().find(household.scope(), campaign.id()));
    CampaignScope scope = Visitors.inside(household.tenant(), campaign);
    assertUnavailable(() -> unreachable().campaigns().find(scope));
    assertUnavailable(() -> unreachable().campaigns().replace(scope, campaign, entry));
    assertUnavailable(() -> unreachable().campaigns().list(caller, CampaignReach.EVERYWHERE, PageRequest.first(1)));
    assertUnavailable(() -> unreachable().campaigns().list(household.scope(), PageRequest.first(1)));
  }

  @Test
  @Promise(of = ForStoringLeads.class, says = "Every method throws StoreUnavailable if the store cannot be reached, "
      + "and the outcome is then unknown.")
  default void everyMethodForLeadsThrowsStoreUnavailable() {
    Household household = household();
    CampaignScope scope = Visitors.inside(household.tenant(), household.campaign(PlanSamples.LEAST));
    Lead lead = Lead.added(
        new LeadId(NewIds.next()),
        scope.id(),
        new PhoneNumber("+4915112345678"),
        LeadSamples.LEAST,
        false,
        Moments.NOW);

    assertUnavailable(() -> unreachable().leads().add(scope, lead));
    assertUnavailable(() -> unreachable().leads().addAll(scope, List.of(lead)));
    assertUnavailable(
        () -> unreachable()
            .leads()
            .changeAll(scope, List.of(CallList.changed(lead, ChangeSamples.NOTHING)), Moments.NOW));
    assertUnavailable(() -> unreachable().leads().removeAll(scope, List.of(CallList.byId(lead))));
    assertUnavailable(() -> unreachable().leads().find(scope, lead.id()));
    assertUnavailable(() -> unreachable().leads().list(scope, LeadFilter.ALL, PageRequest.first(20)));
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = "Every method throws StoreUnavailable if the store cannot be reached, "
      + "and the outcome is then unknown.")
  default void everyMethodForMembersThrowsStoreUnavailable() {
    Household household = household();
    Member member = household.member(Role.OWNER, "ada@shop.example");
    AuditEntry entry = household.entry(AuditAction.MEMBER_ADDED, member.id());

    assertUnavailable(() -> unreachable().members().add(household.scope(), member, entry));
    assertUnavailable(() -> unreachable().members().find(household.scope(), member.id()));
    assertUnavailable(() -> unreachable().members().list(household.scope(), PageRequest.first(20)));
    assertUnavailable(() -> unreachable().members().replace(household.scope(), member, member, entry));
    assertUnavailable(() -> unreachable().members().remove(household.scope(), member, entry));
    assertUnavailable(() -> unreachable().members().find(household.id(), member.email()));
    assertUnavailable(
        () -> unreachable()
            .members()
            .startSession(
                new NewSession("0".repeat(64), member, SessionOrigin.UNKNOWN, Instant.EPOCH, Moments.NOW)));
    OwnAccount account = Visitors.staff(household.tenant(), member, new SessionToken("own")).account();
    assertUnavailable(() -> unreachable().members().changePassword(account, member, member.password(), entry));
    assertUnavailable(() -> unreachable().members().sessions(account, Moments.NOW));
    assertUnavailable(() -> unreachable().members().endOtherSessions(account));
    assertUnavailable(() -> unreachable().members().noteSeen("0".repeat(64), Moments.NOW));
    assertUnavailable(() -> unreachable().members().findSession("0".repeat(64)));
    assertUnavailable(() -> unreachable().members().endSession("0".repeat(64)));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Every method throws StoreUnavailable if the store cannot be reached.")
  default void everyMethodForTheTrailThrowsStoreUnavailable() {
    Household household = household();

    assertUnavailable(() -> unreachable().trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(20)));
    assertUnavailable(() -> unreachable().trail().following(household.scope(), 0, 20));
    assertUnavailable(() -> unreachable().trail().head(household.scope()));
  }

  @Test
  @Promise(of = ForStoringPepperChecks.class, says = "Every method throws StoreUnavailable if the store cannot be "
      + "reached.")
  default void everyMethodForPepperChecksThrowsStoreUnavailable() {
    assertUnavailable(() -> unreachable().pepperChecks().keep("v1", "value"));
    assertUnavailable(() -> unreachable().pepperChecks().all());
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Every method but explain throws StoreUnavailable if the store "
      + "cannot be reached.")
  default void everyMethodForThePreparationThrowsStoreUnavailable() {
    assertUnavailable(() -> unreachable().preparation().describe());
    assertUnavailable(() -> unreachable().preparation().examine());
    assertUnavailable(() -> unreachable().preparation().migrate());
    assertUnavailable(() -> unreachable().preparation().repair());
  }

  @Test
  @Promise(of = ForRecordingResponses.class, says = "Every method throws StoreUnavailable.")
  default void everyMethodForAnswersThrowsStoreUnavailable() {
    IdempotentRequest request = new IdempotentRequest("key 1", "POST /", Long.toString(NewIds.next()));
    StoredResponse answer = new StoredResponse(201, "application/json", Map.of(), "{}");

    assertUnavailable(
        () -> unreachable().answers().claim(request, "0".repeat(64), Moments.NOW, Moments.NOW.plusSeconds(60)));
    assertUnavailable(() -> unreachable().answers().settle(request, Moments.NOW, answer, Moments.NOW));
    assertUnavailable(() -> unreachable().answers().release(request, Moments.NOW));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "@throws StoreUnavailable if the result cannot be trusted")
  default void findingACredentialThrowsStoreUnavailableWhereTheAnswerCannotBeTrusted() {
    ApiKey key = household().key("Till");

    assertUnavailable(() -> unreachable().credentials().find(key.id()));
  }

  @Test
  @Promise(of = ForFindingCredentials.class, says = "Never waits for anything and never fails: the result is unknown "
      + "if the cache has no entry or cannot be trusted.")
  @Promise(of = ForFindingCredentials.class, says = "Never waits for anything and never fails.")
  default void nothingIsKnownOfAKeyThatWasNeverFound() {
    ApiKey key = household().key("Till");

    assertThat(unreachable().credentials().recall(key.id())).isEqualTo(new CacheLookup.Miss());
    assertThat(unreachable().credentials().lastSeal(key.id())).isEmpty();
  }

  @Test
  @Promise(of = ForRecordingUse.class, says = "Never waits and never fails.")
  default void recordingAUseDoesNotFail() {
    ApiKey key = household().key("Till");

    assertThatCode(() -> unreachable().uses().used(key.id(), Moments.NOW)).doesNotThrowAnyException();
    assertThatCode(() -> unreachable().settleUses()).doesNotThrowAnyException();
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Never waits and never throws: dropped requests are counted.")
  @Promise(of = ForNotingRefusals.class, says = "@throws StoreUnavailable if the store cannot be reached")
  default void notingARefusalDoesNotThrowAndLookingItUpThrowsStoreUnavailable() {
    Household household = household();
    RefusedRequest request = new RefusedRequest(
        "lost", household.key("Till").id(), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Moments.NOW);

    assertThatCode(() -> unreachable().refusals().note(request)).doesNotThrowAnyException();
    assertThatCode(() -> unreachable().settleRefusals()).doesNotThrowAnyException();
    assertUnavailable(() -> unreachable().refusals().find(household.scope(), "lost", Instant.EPOCH));
  }

  @Test
  @Promise(of = ForLimitingRates.class, says = "StoreUnavailable is thrown if the store is needed and cannot be "
      + "reached.")
  @Promise(of = ForLimitingRates.class, says = "Counts as count does, without waiting for anything; empty, with "
      + "nothing counted, if that is not possible.")
  default void nothingIsWithinALimitThatCannotBeReached() {
    KeyId key = household().key("Till").id();
    RateLimit limit = new RateLimit(3, Duration.ofMinutes(1));

    assertUnavailable(() -> unreachable().rates().count(key, limit));
    assertUnavailable(() -> unreachable().rates().foresee(key, limit));
    assertThat(unreachable().rates().countAtOnce(key, limit)).isEmpty();
  }

  private Household household() {
    return new Household(unreachable(), Tenant.founded(new TenantId(NewIds.next()), new Name("Shop"), Moments.NOW));
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(StoreUnavailable.class);
  }
}

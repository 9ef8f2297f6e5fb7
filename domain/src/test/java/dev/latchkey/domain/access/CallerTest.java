package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignReach;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final CampaignId ID = new CampaignId(30);
  private static final Campaign OURS = Scene.campaign(ID, Scene.TENANT);
  private static final Campaign THEIRS = Scene.campaign(ID, new TenantId(11));
  private static final Set<Action> BOTH = Set.of(Action.READ, Action.WRITE);
  private static final TenantClaim UNSAID = new TenantClaim.Absent();

  private final Scene scene = new Scene();

  @Test
  void aCallerEntersACampaignOfItsTenant() {
    assertThat(enter(UNSAID, Optional.of(OURS)))
        .isInstanceOfSatisfying(CampaignScope.class, scope -> {
          assertThat(scope.campaign()).isEqualTo(OURS);
          assertThat(scope.id()).isEqualTo(ID);
          assertThat(scope.tenant()).isEqualTo(Scene.TENANT);
          assertThat(scope.permission()).isEqualTo(Permission.LEADS_READ);
          assertThat(scope.actor()).isEqualTo(new Actor.Holder(scene.plain.id()));
          assertThat(scope.address()).contains(Scene.ADDRESS);
        });
  }

  @Test
  void theFirstStepThatRefusesDecidesWhateverElseIsWrong() {
    List<String> order = List.of("permission_missing", "tenant_mismatch", "campaign_access_denied",
        "campaign_not_found");
    for (int choice = 1; choice < 1 << order.size(); choice++) {
      Scene spoilt = new Scene();
      spoilt.needed = Optional.empty();
      spoilt.permissions = has(choice, 0) ? Set.of() : Set.of(Permission.LEADS_READ);
      TenantClaim claim = new TenantClaim.Named(has(choice, 1) ? new TenantId(11) : Scene.TENANT);
      spoilt.access = has(choice, 2) ? CampaignAccess.NONE : CampaignAccess.EVERYWHERE;
      Optional<Campaign> found = has(choice, 3) ? Optional.empty() : Optional.of(OURS);

      Caller caller = spoilt.caller();
      CampaignEntry entry = AccessPolicy.enter(caller, new CampaignLookup(ID, found), Permission.LEADS_READ, claim);
      Optional<Refusal> before = AccessPolicy.refusalBeforeCampaign(caller, Permission.LEADS_READ, claim);

      String first = order.get(Integer.numberOfTrailingZeros(choice));
      assertThat(entry)
          .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(first));
      assertThat(before.map(Refusal::code)).isEqualTo(Optional.of(first).filter(order.subList(0, 2)::contains));
    }
  }

  @Test
  void aPermissionThatTheKeyLacksIsNamed() {
    Refusal missing = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

    assertThat(enter(Permission.LEADS_WRITE, UNSAID, Optional.of(OURS))).isEqualTo(missing);
    assertThat(AccessPolicy.refusalBeforeCampaign(scene.caller(), Permission.LEADS_WRITE, UNSAID)).contains(missing);
  }

  @Test
  void aTenantThatIsNotTheKeysIsRefused() {
    assertThat(enter(new TenantClaim.Named(new TenantId(11)), Optional.of(OURS)))
        .isEqualTo(new Refusal.TenantMismatch());
    assertThat(enter(new TenantClaim.Unreadable(), Optional.of(OURS))).isEqualTo(new Refusal.TenantMismatch());
    assertThat(enter(new TenantClaim.Omitted(), Optional.of(OURS))).isEqualTo(new Refusal.TenantIdMissing());
  }

  @Test
  void theTenantOfTheKeyMayBeNamed() {
    assertThat(enter(new TenantClaim.Named(Scene.TENANT), Optional.of(OURS))).isInstanceOf(CampaignScope.class);
  }

  @Test
  void campaignThatIsNotGrantedIsForbiddenWhetherItExistsOrNot() {
    scene.access = CampaignAccess.NONE;
    Refusal denied = new Refusal.CampaignAccessDenied(Optional.empty());

    assertThat(enter(UNSAID, Optional.of(OURS))).isEqualTo(denied);
    assertThat(enter(UNSAID, Optional.of(THEIRS))).isEqualTo(denied);
    assertThat(enter(UNSAID, Optional.empty())).isEqualTo(denied);
  }

  @Test
  void unknownCampaignAndThatOfAnotherTenantAreNotFound() {
    assertThat(enter(UNSAID, Optional.of(THEIRS))).isEqualTo(new Refusal.CampaignNotFound());
    assertThat(enter(UNSAID, Optional.empty())).isEqualTo(new Refusal.CampaignNotFound());
  }

  @Test
  void aCampaignThatIsNamedByARuleAndNotThereIsNotFound() {
    scene.access = access(new CampaignRule(Effect.ALLOW, BOTH, new CampaignSelector.Named(Set.of(ID))));

    assertThat(enter(UNSAID, Optional.empty())).isEqualTo(new Refusal.CampaignNotFound());
    assertThat(enter(UNSAID, Optional.of(OURS))).isInstanceOf(CampaignScope.class);
  }

  @Test
  void aRuleOnAKindOfCampaignNeverReachesOneThatIsNotOurs() {
    scene.access = access(new CampaignRule(Effect.ALLOW, BOTH, new CampaignSelector.OfType(CampaignType.INBOUND)));
    Refusal denied = new Refusal.CampaignAccessDenied(Optional.empty());

    assertThat(enter(UNSAID, Optional.of(OURS))).isInstanceOf(CampaignScope.class);
    assertThat(enter(UNSAID, Optional.of(THEIRS))).isEqualTo(denied);
    assertThat(enter(UNSAID, Optional.empty())).isEqualTo(denied);
  }

  @Test
  void aDenyOnAKindOfCampaignTellsNothingOfOneThatIsNotOurs() {
    CampaignRule deny = new CampaignRule(Effect.DENY, BOTH, new CampaignSelector.OfType(CampaignType.INBOUND));
    scene.access = access(CampaignAccess.EVERYWHERE.rules().getFirst(), deny);

    assertThat(enter(UNSAID, Optional.of(OURS))).isEqualTo(new Refusal.CampaignAccessDenied(Optional.of(deny)));
    assertThat(enter(UNSAID, Optional.of(THEIRS))).isEqualTo(new Refusal.CampaignNotFound());
    assertThat(enter(UNSAID, Optional.empty())).isEqualTo(new Refusal.CampaignNotFound());
  }

  @Test
  void aCampaignOfAnotherIdThanWasAskedForIsNotThere() {
    Campaign other = Scene.campaign(new CampaignId(31), Scene.TENANT);

    assertThat(enter(UNSAID, Optional.of(other))).isEqualTo(new Refusal.CampaignNotFound());
  }

  @Test
  void writingNeedsARuleThatAllowsWriting() {
    scene.permissions = Set.of(Permission.LEADS_READ, Permission.LEADS_WRITE);
    scene.access = access(new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.All()));

    assertThat(enter(Permission.LEADS_READ, UNSAID, Optional.of(OURS))).isInstanceOf(CampaignScope.class);
    assertThat(enter(Permission.LEADS_WRITE, UNSAID, Optional.of(OURS)))
        .isEqualTo(new Refusal.CampaignAccessDenied(Optional.empty()));
  }

  @Test
  void aKeyActsOnItsTenantInItsOwnEnvironmentAndManagesNoMembers() {
    assertThat(scene.caller().enter(Permission.LEADS_READ))
        .isInstanceOfSatisfying(TenantScope.class, scope -> {
          assertThat(scope.tenant()).isEqualTo(Scene.TENANT);
          assertThat(scope.actor()).isEqualTo(new Actor.Holder(scene.plain.id()));
          assertThat(scope.address()).contains(Scene.ADDRESS);
          assertThat(scope.environment()).isEqualTo(scene.credential().key().environment());
          assertThat(scope.managesMembers()).isFalse();
        });
    assertThat(scene.caller().enter(Permission.API_KEYS_WRITE))
        .isEqualTo(new Refusal.PermissionMissing(Permission.API_KEYS_WRITE));
  }

  @Test
  void aCallerActsOnItsTenantWithThePermissionThatItsRequestRequires() {
    scene.permissions = Set.of(Permission.AUDIT_READ, Permission.LEADS_READ);
    scene.needed = Optional.of(Permission.AUDIT_READ);

    assertThat(scene.caller().permission()).contains(Permission.AUDIT_READ);
    assertThat(scene.caller().enter()).isEqualTo(scene.caller().enter(Permission.AUDIT_READ));
  }

  @Test
  void aRequestThatRequiresNoPermissionCannotActOnTheTenant() {
    scene.needed = Optional.empty();
    Caller caller = scene.caller();

    assertThat(caller.permission()).isEmpty();
    assertThatThrownBy(caller::enter).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCallerLooksForWhatItsRulesMayLetItReadAndForNothingWithoutThePermission() {
    scene.access = access(
        new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.Named(Set.of(ID))),
        new CampaignRule(Effect.ALLOW, Set.of(Action.WRITE), new CampaignSelector.All()));

    assertThat(scene.caller().readable()).isEqualTo(CampaignReach.NOWHERE);
    assertThat(scene.caller().mayRead(OURS)).isFalse();

    scene.permissions = Set.of(Permission.LEADS_READ, Permission.CAMPAIGNS_READ);
    assertThat(scene.caller().readable()).isEqualTo(new CampaignReach(Set.of(), Set.of(ID)));
    assertThat(scene.caller().mayRead(OURS)).isTrue();
  }

  private CampaignEntry enter(TenantClaim claim, Optional<Campaign> found) {
    return enter(Permission.LEADS_READ, claim, found);
  }

  private CampaignEntry enter(Permission permission, TenantClaim claim, Optional<Campaign> found) {
    return AccessPolicy.enter(scene.caller(), new CampaignLookup(ID, found), permission, claim);
  }

  private static boolean has(int choice, int defect) {
    return (choice & 1 << defect) != 0;
  }

  private static CampaignAccess access(CampaignRule... rules) {
    return new CampaignAccess(List.of(rules));
  }
}

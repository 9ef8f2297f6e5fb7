package dev.latchkey.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignAccess.Verdict;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CampaignAccessTest {

  private static final CampaignId ONE = new CampaignId(1);
  private static final CampaignId TWO = new CampaignId(2);
  private static final Optional<CampaignType> INBOUND = Optional.of(CampaignType.INBOUND);
  private static final Optional<CampaignType> ABSENT = Optional.empty();

  private static final CampaignRule READ_INBOUND = new CampaignRule(Effect.ALLOW, Set.of(Action.READ),
      new CampaignSelector.OfType(CampaignType.INBOUND));
  private static final CampaignRule WRITE_ONE = new CampaignRule(Effect.ALLOW, Set.of(Action.WRITE),
      new CampaignSelector.Named(Set.of(ONE)));
  private static final CampaignRule NEVER_TWO = new CampaignRule(Effect.DENY, Set.of(Action.READ, Action.WRITE),
      new CampaignSelector.Named(Set.of(TWO)));

  @Test
  void withoutRulesNothingIsAllowed() {
    assertThat(CampaignAccess.NONE.on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.NothingAllows());
  }

  @Test
  void everywhereIsEveryCampaignAlsoOneThatIsNotThere() {
    for (Action action : Action.values()) {
      assertThat(CampaignAccess.EVERYWHERE.on(action, ONE, INBOUND)).isInstanceOf(Verdict.Allowed.class);
      assertThat(CampaignAccess.EVERYWHERE.on(action, ONE, ABSENT)).isInstanceOf(Verdict.Allowed.class);
    }
  }

  @Test
  void theReachIsTheTypesThatAreAllowedAndWhatIsAllowedByNameBeyondThem() {
    assertThat(CampaignAccess.EVERYWHERE.reach(Action.READ)).isEqualTo(CampaignReach.EVERYWHERE);
    assertThat(CampaignAccess.NONE.reach(Action.READ)).isEqualTo(CampaignReach.NOWHERE);
    assertThat(access(READ_INBOUND, WRITE_ONE, NEVER_TWO).reach(Action.READ))
        .isEqualTo(new CampaignReach(Set.of(CampaignType.INBOUND), Set.of()));
    assertThat(access(READ_INBOUND, WRITE_ONE, NEVER_TWO).reach(Action.WRITE))
        .isEqualTo(new CampaignReach(Set.of(), Set.of(ONE)));
  }

  @Test
  void whatADenyTakesAwayByNameOrTypeIsNotWithinReach() {
    CampaignRule some = new CampaignRule(Effect.ALLOW, Set.of(Action.READ),
        new CampaignSelector.Named(Set.of(ONE, TWO)));
    CampaignRule noInbound = new CampaignRule(Effect.DENY, Set.of(Action.READ),
        new CampaignSelector.OfType(CampaignType.INBOUND));

    assertThat(access(some, NEVER_TWO).reach(Action.READ)).isEqualTo(new CampaignReach(Set.of(), Set.of(ONE)));
    assertThat(access(CampaignAccess.EVERYWHERE.rules().getFirst(), noInbound, some).reach(Action.READ))
        .isEqualTo(new CampaignReach(Set.of(CampaignType.OUTBOUND), Set.of()));
  }

  @Test
  void aRuleIsAboutItsActionsOnly() {
    assertThat(access(WRITE_ONE).on(Action.WRITE, ONE, INBOUND)).isEqualTo(new Verdict.Allowed(WRITE_ONE));
    assertThat(access(WRITE_ONE).on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.NothingAllows());
  }

  @Test
  void aRuleIsAboutItsCampaignsOnly() {
    assertThat(access(WRITE_ONE).on(Action.WRITE, TWO, INBOUND)).isEqualTo(new Verdict.NothingAllows());
  }

  @Test
  void aRuleOnATypeIsAboutThatTypeOnly() {
    assertThat(access(READ_INBOUND).on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.Allowed(READ_INBOUND));
    assertThat(access(READ_INBOUND).on(Action.READ, ONE, Optional.of(CampaignType.OUTBOUND)))
        .isEqualTo(new Verdict.NothingAllows());
  }

  @Test
  void aRuleOnATypeNeverMatchesACampaignThatIsNotThere() {
    assertThat(access(READ_INBOUND).on(Action.READ, ONE, ABSENT)).isEqualTo(new Verdict.NothingAllows());
  }

  @Test
  void aDenyWinsWhereverItStands() {
    CampaignRule all = CampaignAccess.EVERYWHERE.rules().getFirst();

    assertThat(access(all, NEVER_TWO).on(Action.READ, TWO, INBOUND)).isEqualTo(new Verdict.Denied(NEVER_TWO));
    assertThat(access(NEVER_TWO, all).on(Action.READ, TWO, INBOUND)).isEqualTo(new Verdict.Denied(NEVER_TWO));
    assertThat(access(NEVER_TWO, all).on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.Allowed(all));
  }

  @Test
  void theFirstRuleThatAllowsIsTheOneThatIsNamed() {
    CampaignRule all = CampaignAccess.EVERYWHERE.rules().getFirst();

    assertThat(access(READ_INBOUND, all).on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.Allowed(READ_INBOUND));
    assertThat(access(all, READ_INBOUND).on(Action.READ, ONE, INBOUND)).isEqualTo(new Verdict.Allowed(all));
  }

  @Test
  void aRuleWithoutActionsIsABugOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CampaignRule(Effect.ALLOW, Set.of(), new CampaignSelector.All()));
  }

  @Test
  void aRuleNamesAtMostTenThousandCampaigns() {
    Set<CampaignId> most = LongStream.rangeClosed(1, 10_000).mapToObj(CampaignId::new).collect(Collectors.toSet());
    Set<CampaignId> more = LongStream.rangeClosed(1, 10_001).mapToObj(CampaignId::new).collect(Collectors.toSet());

    assertThat(new CampaignSelector.Named(most).campaigns()).hasSize(10_000);
    assertThatIllegalArgumentException().isThrownBy(() -> new CampaignSelector.Named(more));
  }

  @Test
  void readingGuardsWhatLooksAndWritingWhatChanges() {
    for (Permission permission : Permission.values()) {
      boolean writes = permission.label().endsWith(":write");
      assertThat(permission.action()).isEqualTo(writes ? Action.WRITE : Action.READ);
      assertThat(Permission.labelled(permission.label())).contains(permission);
    }
    assertThat(Permission.labelled("LEADS:READ")).isEmpty();
  }

  @Test
  void onlyPermissionsOnCampaignsAndLeadsAreSubjectToCampaignRules() {
    assertThat(Permission.values()).filteredOn(Permission::isAboutCampaigns)
        .extracting(Permission::label)
        .containsExactlyInAnyOrder("leads:read", "leads:write", "campaigns:read", "campaigns:write");
  }

  @Test
  void aCampaignIsWithinReachByItsTypeOrItsIdAndNoOther() {
    CampaignReach reach = new CampaignReach(Set.of(CampaignType.INBOUND), Set.of(ONE));

    assertThat(reach.holds(TWO, CampaignType.INBOUND)).isTrue();
    assertThat(reach.holds(ONE, CampaignType.OUTBOUND)).isTrue();
    assertThat(reach.holds(TWO, CampaignType.OUTBOUND)).isFalse();
  }

  @Test
  void accessIsEqualWhereTheRulesAndTheirOrderAre() {
    CampaignAccess access = access(READ_INBOUND, WRITE_ONE);

    assertThat(access).isEqualTo(access(READ_INBOUND, WRITE_ONE)).hasSameHashCodeAs(access(READ_INBOUND, WRITE_ONE));
    assertThat(access).isNotEqualTo(access(WRITE_ONE, READ_INBOUND)).isNotEqualTo(access(READ_INBOUND));
    assertThat(access.hashCode()).isNotEqualTo(access(READ_INBOUND).hashCode());
    assertThat(access(READ_INBOUND)).hasToString("CampaignAccess[" + READ_INBOUND + "]");
  }

  private static CampaignAccess access(CampaignRule... rules) {
    return new CampaignAccess(List.of(rules));
  }
}

package dev.latchkey.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One grant covers another if there is nothing at all that only the other allows. */
class GrantPropertyTest {

  /** One more than any rule names, to stand for all campaigns that no rule names. */
  private static final int CAMPAIGNS = 5;

  @Property
  void accessCoversWhatTryingEverythingOutCovers(
      @ForAll("rules") List<CampaignRule> one, @ForAll("rules") List<CampaignRule> other) {
    assertThat(new CampaignAccess(one).covers(new CampaignAccess(other))).isEqualTo(coversByTrying(one, other));
  }

  @Property
  void accessCoversItselfInAnotherOrderAndWithLess(@ForAll("rules") List<CampaignRule> rules) {
    List<CampaignRule> less = new ArrayList<>(rules.reversed());
    less.add(new CampaignRule(Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.All()));

    assertThat(new CampaignAccess(rules).covers(new CampaignAccess(rules.reversed()))).isTrue();
    assertThat(new CampaignAccess(rules).covers(new CampaignAccess(less))).isTrue();
    assertThat(CampaignAccess.EVERYWHERE.covers(new CampaignAccess(rules))).isTrue();
    assertThat(new CampaignAccess(rules).covers(CampaignAccess.NONE)).isTrue();
  }

  @Provide
  Arbitrary<List<CampaignRule>> rules() {
    return Arbitraries.oneOf(RuleArbitraries.rules(), RuleArbitraries.mostlyAllowing());
  }

  private static boolean coversByTrying(List<CampaignRule> one, List<CampaignRule> other) {
    for (Action action : Action.values()) {
      for (CampaignType type : CampaignType.values()) {
        for (long id = 1; id <= CAMPAIGNS; id++) {
          CampaignId campaign = new CampaignId(id);
          if (NaiveRules.allow(other, action, campaign, Optional.of(type))
              && !NaiveRules.allow(one, action, campaign, Optional.of(type))) {
            return false;
          }
        }
      }
    }
    return true;
  }
}

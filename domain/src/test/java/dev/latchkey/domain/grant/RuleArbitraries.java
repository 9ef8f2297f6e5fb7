package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules about so few campaigns that they often meet. */
public final class RuleArbitraries {

  private RuleArbitraries() {}

  public static Arbitrary<CampaignId> ids() {
    return Arbitraries.longs().between(1, 4).map(CampaignId::new);
  }

  public static Arbitrary<List<CampaignRule>> rules() {
    return rules(Arbitraries.of(Effect.class));
  }

  public static Arbitrary<List<CampaignRule>> mostlyAllowing() {
    return rules(Arbitraries.frequency(Tuple.of(5, Effect.ALLOW), Tuple.of(1, Effect.DENY)));
  }

  private static Arbitrary<List<CampaignRule>> rules(Arbitrary<Effect> effects) {
    Arbitrary<CampaignSelector> selectors = Arbitraries.oneOf(
        Arbitraries.just(new CampaignSelector.All()),
        ids().set().ofMaxSize(3).map(CampaignSelector.Named::new),
        Arbitraries.of(CampaignType.class).map(CampaignSelector.OfType::new));
    return Combinators
        .combine(effects, Arbitraries.of(Action.class).set().ofMinSize(1), selectors)
        .as(CampaignRule::new)
        .list()
        .ofMaxSize(9);
  }
}

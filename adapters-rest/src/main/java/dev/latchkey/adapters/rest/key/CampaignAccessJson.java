package dev.latchkey.adapters.rest.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key's campaign access. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CampaignAccessJson(List<Rule> rules) {

  private static final FieldDecoder<CampaignId> CAMPAIGN_ID = FieldDecoder.TEXT.as(PublicId::campaign, "invalid_id",
      "Must be the id of a voice campaign.");

  private static final FieldDecoder<CampaignSelector> SELECTOR = FieldDecoder.object(CampaignAccessJson::readSelector)
      .named("CampaignSelectorInput");
  private static final FieldDecoder<CampaignRule> RULE = FieldDecoder.object(CampaignAccessJson::readRule)
      .named("AccessRuleInput");

  static final FieldDecoder<CampaignAccess> KIND = FieldDecoder.object(
      access -> {
        Optional<List<CampaignRule>> rules = access.required("rules",
            FieldDecoder.list(RULE, 0, CampaignAccess.MOST_RULES));
        return access.build(() -> new CampaignAccess(rules.orElseThrow()));
      }).named("CampaignAccessInput");

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Rule(String effect, List<String> actions, Campaigns campaigns) {

    public static Rule of(CampaignRule rule) {
      List<String> actions = rule.actions().stream().sorted().map(CampaignAccessJson::label).toList();
      return new Rule(label(rule.effect()), actions, Campaigns.of(rule.campaigns()));
    }
  }

  /** Selected campaigns; exactly one member is present. */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Campaigns(@Nullable Boolean all, @Nullable String type, @Nullable List<String> ids) {

    static Campaigns of(CampaignSelector selector) {
      return switch (selector) {
        case CampaignSelector.All() -> new Campaigns(true, null, null);
        case CampaignSelector.OfType(CampaignType type) -> new Campaigns(null, type.name(), null);
        case CampaignSelector.Named(var campaigns) ->
          new Campaigns(null, null, campaigns.stream().map(PublicId::of).sorted().toList());
      };
    }
  }

  static CampaignAccessJson of(CampaignAccess access) {
    return new CampaignAccessJson(access.rules().stream().map(Rule::of).toList());
  }

  private static Optional<CampaignRule> readRule(JsonObjectReader rule) {
    Optional<Effect> effect = rule.required("effect", FieldDecoder.oneOf(Effect.values(), CampaignAccessJson::label));
    Optional<List<Action>> actions = rule.required(
        "actions",
        FieldDecoder.list(FieldDecoder.oneOf(Action.values(), CampaignAccessJson::label), 1, Action.values().length));
    Optional<CampaignSelector> campaigns = rule.required("campaigns", SELECTOR);
    return rule.build(
        () -> new CampaignRule(effect.orElseThrow(), Set.copyOf(actions.orElseThrow()), campaigns.orElseThrow()));
  }

  private static Optional<CampaignSelector> readSelector(JsonObjectReader selector) {
    Optional<CampaignSelector> all = selector.given(
        "all",
        FieldDecoder.FLAG.as(flag -> Optional.of(flag).filter(set -> set), "not_true", "Must be true.").described(
            "const",
            true))
        .map(_ -> new CampaignSelector.All());
    Optional<CampaignSelector> type = selector.given("type", FieldDecoder.oneOf(CampaignType.values(), Enum::name))
        .map(CampaignSelector.OfType::new);
    Optional<CampaignSelector> named = selector
        .given("ids", FieldDecoder.list(CAMPAIGN_ID, 1, CampaignSelector.Named.MOST))
        .map(ids -> new CampaignSelector.Named(Set.copyOf(ids)));
    List<CampaignSelector> said = Stream.of(all, type, named).flatMap(Optional::stream).toList();
    selector.describe("minProperties", 1);
    selector.describe("maxProperties", 1);
    if (said.size() != 1) {
      selector.fault("not_one_of", "Must have exactly one of: all, type, ids.");
    }
    return selector.build(said::getFirst);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.id.CampaignId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a key's campaign access. The selection is always explicit: a missing value never means all campaigns.
 *
 * @param campaigns only where the rule selects named campaigns
 * @param type only where the rule selects a type
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RuleDocument(
    Effect effect,
    List<Action> actions,
    Selects selects,
    @Nullable List<Long> campaigns,
    @Nullable CampaignType type) {

  enum Selects {
    ALL,
    NAMED,
    OF_TYPE
  }

  static RuleDocument from(CampaignRule rule) {
    List<Action> actions = rule.actions().stream().sorted().toList();
    return switch (rule.campaigns()) {
      case CampaignSelector.All() -> new RuleDocument(rule.effect(), actions, Selects.ALL, null, null);
      case CampaignSelector.Named(Set<CampaignId> named) ->
        new RuleDocument(rule.effect(), actions, Selects.NAMED, numbers(named), null);
      case CampaignSelector.OfType(CampaignType only) ->
        new RuleDocument(rule.effect(), actions, Selects.OF_TYPE, null, only);
    };
  }

  CampaignRule toRule() {
    return new CampaignRule(effect, Set.copyOf(actions), switch (selects) {
      case ALL -> new CampaignSelector.All();
      case NAMED -> new CampaignSelector.Named(named());
      case OF_TYPE -> new CampaignSelector.OfType(Objects.requireNonNull(type, "type"));
    });
  }

  private Set<CampaignId> named() {
    return Objects.requireNonNull(campaigns, "campaigns").stream().map(CampaignId::new).collect(Collectors.toSet());
  }

  private static List<Long> numbers(Set<CampaignId> named) {
    return named.stream().map(CampaignId::value).sorted().toList();
  }
}

package dev.latchkey.domain.grant;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a key may act: rules of which any deny wins, and without an allow everything is refused. Asking costs the same
 * however many rules there are and however many campaigns they name.
 */
public final class CampaignAccess {

  /** Up to so many are asked one after the other: that is as fast as a look-up, and takes no room. */
  private static final int FEW = 4;

  public static final int MOST_RULES = 100;

  public static final CampaignAccess NONE = new CampaignAccess(List.of());

  public static final CampaignAccess EVERYWHERE = new CampaignAccess(
      List.of(new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All())));

  private final List<CampaignRule> rules;
  private final Map<Action, RulesInForce> inForce;

  /** @throws IllegalArgumentException where there are more than {@link #MOST_RULES} rules */
  public CampaignAccess(List<CampaignRule> rules) {
    if (rules.size() > MOST_RULES) {
      throw new IllegalArgumentException("Campaign access has at most " + MOST_RULES + " rules");
    }
    this.rules = List.copyOf(rules);
    this.inForce = rules.size() > FEW
        ? Arrays.stream(Action.values())
            .collect(Collectors.toUnmodifiableMap(action -> action, action -> RulesInForce.of(action, this.rules)))
        : Map.of();
  }

  public List<CampaignRule> rules() {
    return rules;
  }

  /** The rules about one action, in their order. */
  public List<CampaignRule> rulesOn(Action action) {
    return rules.stream().filter(rule -> rule.actions().contains(action)).toList();
  }

  /** What the rules say of one action on one campaign. */
  public sealed interface Verdict {

    /** Allowed by this rule, the first that does. */
    record Allowed(CampaignRule rule) implements Verdict {}

    /** Denied by this rule, the first that does, whatever else allows it. */
    record Denied(CampaignRule rule) implements Verdict {}

    /** No rule is about it, so it is refused. */
    record NothingAllows() implements Verdict {}
  }

  /** Whether every action on every campaign that the other one allows is allowed here too. */
  public boolean covers(CampaignAccess other) {
    return Arrays.stream(Action.values())
        .allMatch(action -> Arrays.stream(CampaignType.values()).allMatch(type -> covers(other, action, type)));
  }

  private boolean covers(CampaignAccess other, Action action, CampaignType type) {
    // All campaigns that neither one names are treated as one of them is.
    Set<CampaignId> named = Stream.concat(named(), other.named()).collect(Collectors.toSet());
    return Stream.concat(named.stream(), Stream.of(notAmong(named)))
        .allMatch(campaign -> !other.allows(action, campaign, type) || allows(action, campaign, type));
  }

  /** Where an action may be allowed. It takes one question for each campaign that is named. */
  public CampaignReach reach(Action action) {
    Set<CampaignId> named = named().collect(Collectors.toSet());
    CampaignId unnamed = notAmong(named);
    EnumSet<CampaignType> whole = EnumSet.allOf(CampaignType.class);
    whole.removeIf(type -> !allows(action, unnamed, type));
    Set<CampaignType> others = EnumSet.complementOf(whole);
    named.removeIf(campaign -> others.stream().noneMatch(type -> allows(action, campaign, type)));
    return new CampaignReach(whole, named);
  }

  private boolean allows(Action action, CampaignId campaign, CampaignType type) {
    return on(action, campaign, Optional.of(type)) instanceof Verdict.Allowed;
  }

  private Stream<CampaignId> named() {
    return rules.stream()
        .flatMap(rule -> rule.campaigns() instanceof CampaignSelector.Named(Set<CampaignId> ids)
            ? ids.stream()
            : Stream.empty());
  }

  private static CampaignId notAmong(Set<CampaignId> named) {
    return LongStream.iterate(1, n -> n + 1).mapToObj(CampaignId::new).filter(id -> !named.contains(id))
        .findFirst().orElseThrow();
  }

  /**
   * Asks the rules.
   *
   * @param type the campaign's type; empty where the tenant has no such campaign
   */
  public Verdict on(Action action, CampaignId campaign, Optional<CampaignType> type) {
    RulesInForce sorted = inForce.get(action);
    return sorted == null ? oneByOne(action, campaign, type) : sorted.on(campaign, type);
  }

  private Verdict oneByOne(Action action, CampaignId campaign, Optional<CampaignType> type) {
    CampaignRule allowing = null;
    for (CampaignRule rule : rules) {
      if (rule.appliesTo(action, campaign, type)) {
        if (rule.effect() == Effect.DENY) {
          return new Verdict.Denied(rule);
        }
        if (allowing == null) {
          allowing = rule;
        }
      }
    }
    return allowing == null ? new Verdict.NothingAllows() : new Verdict.Allowed(allowing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CampaignAccess access && rules.equals(access.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return "CampaignAccess" + rules;
  }
}

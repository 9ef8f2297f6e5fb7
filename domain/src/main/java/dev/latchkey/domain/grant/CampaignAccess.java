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
 * The campaigns on which a key may act, as a list of rules. Any deny wins, and without an allow access is refused. The
 * cost of an evaluation does not depend on the number of rules or of the campaigns that they name.
 */
public final class CampaignAccess {

  /** Up to this number, rules are evaluated one by one. That is as fast as the index and needs no memory for it. */
  private static final int FEW = 4;

  public static final int MOST_RULES = 100;

  public static final CampaignAccess NONE = new CampaignAccess(List.of());

  public static final CampaignAccess EVERYWHERE = new CampaignAccess(
      List.of(new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All())));

  private final List<CampaignRule> rules;
  private final Map<Action, RulesInForce> inForce;

  /**
   * Creates campaign access from rules in their order.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST_RULES} rules
   */
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

  /** Returns the rules about one action, in their order. */
  public List<CampaignRule> rulesOn(Action action) {
    return rules.stream().filter(rule -> rule.actions().contains(action)).toList();
  }

  /** The result of evaluating the rules for one action on one campaign. */
  public sealed interface Verdict {

    /** Allowed by this rule, the first one that allows. */
    record Allowed(CampaignRule rule) implements Verdict {}

    /** Denied by this rule, the first one that denies, regardless of rules that allow. */
    record Denied(CampaignRule rule) implements Verdict {}

    /** No rule applies, so access is refused. */
    record NothingAllows() implements Verdict {}
  }

  /** Whether this access allows every action on every campaign that the other one allows. */
  public boolean covers(CampaignAccess other) {
    return Arrays.stream(Action.values())
        .allMatch(action -> Arrays.stream(CampaignType.values()).allMatch(type -> covers(other, action, type)));
  }

  private boolean covers(CampaignAccess other, Action action, CampaignType type) {
    // All campaigns that neither side names are treated alike, so one of them represents them all.
    Set<CampaignId> named = Stream.concat(named(), other.named()).collect(Collectors.toSet());
    return Stream.concat(named.stream(), Stream.of(notAmong(named)))
        .allMatch(campaign -> !other.allows(action, campaign, type) || allows(action, campaign, type));
  }

  /**
   * Returns the campaigns on which an action may be allowed. Evaluates the rules once per type, and per type for each
   * named campaign.
   */
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
   * Evaluates the rules.
   *
   * @param type the campaign's type; empty if the tenant has no such campaign
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

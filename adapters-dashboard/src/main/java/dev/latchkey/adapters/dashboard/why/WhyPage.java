package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.access.CheckOutcome;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.NotedRefusal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Model of the page that explains refusals.
 *
 * @param campaigns the tenant's newest campaigns, to choose from
 */
public record WhyPage(
    Frame frame,
    WhyQuestion question,
    FormErrors faults,
    Optional<WhyAnswer> answer,
    List<Campaign> campaigns)
    implements
      Framed {

  public WhyPage {
    campaigns = List.copyOf(campaigns);
  }

  /** The most frequent causes of refusals, in the order of the decision. */
  public static final List<String> TROUBLES = List.of(
      "prefix", "spaces", "cut-short", "deleted", "disabled", "tenant", "permission", "campaign");

  /** Returns the message for a malformed key; its text alone reveals the error. */
  public String text(KeyFault fault) {
    return language().text(PastedSubject.reason(fault));
  }

  public String question(CheckResult step) {
    return language().text("why.step." + step.question());
  }

  /** Returns the reason for the outcome of the step. */
  public String because(CheckResult step) {
    return switch (step.outcome()) {
      case CheckOutcome.Passed _ -> language().text("why.passed." + step.question());
      case Refusal refusal -> because(refusal);
      case CheckResult.AllowedNowhere() -> language().text("refusal.campaign_access_denied.none");
      case CheckResult.DependsOnCampaign _ -> language().text("why.depends.text");
    };
  }

  /** Returns the outcome of the step in one word. */
  public String outcome(CheckResult step) {
    return switch (step.outcome()) {
      case CheckOutcome.Passed _ -> language().text("why.outcome.passed");
      case Refusal _ -> language().text("why.outcome.refused");
      case CheckResult.AllowedNowhere() -> language().text("why.outcome.refused");
      case CheckResult.DependsOnCampaign _ -> language().text("why.outcome.depends");
    };
  }

  /** Returns the decision as a headline that follows the key. */
  public String headline(Explanation explanation) {
    return switch (explanation.decision()) {
      case Explanation.Granted() -> language().text("why.granted");
      case Explanation.Refused _ -> language().text("why.refused");
      case Explanation.DependsOnCampaign _ -> language().text("why.depends");
    };
  }

  /** Returns the current decision about a request that was refused. */
  public String today(Explanation explanation) {
    return language().text(explanation.refusal().isPresent() ? "why.now.refused" : "why.now.granted");
  }

  /** Returns the rules that the decision depends on, if it depends on the campaign. */
  public List<CampaignRule> rules(Explanation explanation) {
    return explanation.decision() instanceof Explanation.DependsOnCampaign(List<CampaignRule> rules)
        ? rules
        : List.of();
  }

  public String because(Refusal refusal) {
    return switch (refusal) {
      case Refusal.PermissionMissing(Permission permission) ->
        language().text("refusal.permission_missing", permission.label());
      case Refusal.RateLimited(RateLimit limit, Duration _) ->
        language().text("refusal.rate_limited.of", limit.requests(), limit.window().toSeconds());
      case Refusal.AddressNotAllowed(Optional<InetAddress> seen) ->
        seen.map(address -> language().text("refusal.address_not_allowed.seen", AddressText.of(address)))
            .orElseGet(() -> language().text("refusal.address_not_allowed.unknown"));
      case Refusal.CampaignAccessDenied(Optional<CampaignRule> rule) ->
        language().text(
            rule.isPresent() ? "refusal.campaign_access_denied.rule" : "refusal.campaign_access_denied.none");
      case Refusal.CredentialsMissing _ -> because(refusal.code());
      case Refusal.CredentialsMalformed _ -> because(refusal.code());
      case Refusal.KeyMalformed _ -> because(refusal.code());
      case Refusal.KeyInvalid _ -> because(refusal.code());
      case Refusal.OperatorTokenInvalid _ -> because(refusal.code());
      case Refusal.TooManyFailures _ -> because(refusal.code());
      case Refusal.KeyDisabled _ -> because(refusal.code());
      case Refusal.KeyExpired _ -> because(refusal.code());
      case Refusal.KeyNotYetValid _ -> because(refusal.code());
      case Refusal.TenantSuspended _ -> because(refusal.code());
      case Refusal.TenantIdMissing _ -> because(refusal.code());
      case Refusal.TenantMismatch _ -> because(refusal.code());
      case Refusal.CampaignNotFound _ -> because(refusal.code());
    };
  }

  /**
   * Returns why a recorded request was refused, with the details of the current refusal where that has the same code.
   */
  public String because(WhyAnswer.Noted answer) {
    return answer.same().map(this::because).orElseGet(() -> because(answer.noted()));
  }

  private String because(NotedRefusal noted) {
    return noted.request().code().equals("permission_missing")
        ? language().text(
            "refusal.permission_missing", noted.request().permission().map(Permission::label).orElse("?"))
        : because(noted.request().code());
  }

  public String fix(String code) {
    return language().text("refusal." + code + ".fix");
  }

  private String because(String code) {
    return language().text("refusal." + code);
  }

  public String rule(CampaignRule rule) {
    String actions = rule.actions().stream().sorted().map(action -> language().text("rule.action." + action))
        .collect(Collectors.joining(", "));
    return language().text("rule." + rule.effect(), actions, campaigns(rule.campaigns()));
  }

  private String campaigns(CampaignSelector selector) {
    return switch (selector) {
      case CampaignSelector.All() -> language().text("rule.all");
      case CampaignSelector.OfType(CampaignType type) -> language().text("rule.type." + type);
      case CampaignSelector.Named(Set<CampaignId> ids) ->
        ids.stream().map(PublicId::of).sorted().collect(Collectors.joining(", "));
    };
  }
}

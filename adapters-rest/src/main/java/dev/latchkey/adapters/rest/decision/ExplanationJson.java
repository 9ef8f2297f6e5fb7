package dev.latchkey.adapters.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.access.RefusalText;
import dev.latchkey.adapters.rest.key.CampaignAccessJson;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.RequestLine;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explanation of a decision about a key.
 *
 * @param rules the campaign access rules for the action, if the decision depends on the campaign
 * @param refusedRequest what was recorded of the refused request, if the question is about one
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationJson(
    String decision,
    @MayBePrinted("The code of the result.") String code,
    List<Taken> steps,
    @Nullable List<CampaignAccessJson.Rule> rules,
    @Nullable String fix,
    @Nullable Noted refusedRequest) {

  /** Code of a decision that grants. */
  static final String GRANTED = "granted";

  static final String REFUSED = "refused";
  static final String DEPENDS_ON_CAMPAIGN = "depends_on_campaign";

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Taken(String step, String outcome, String because, CampaignAccessJson.@Nullable Rule rule) {

    static Taken of(CheckResult step) {
      return new Taken(
          step.question(),
          StepText.label(step.outcome()),
          StepText.because(step.outcome()),
          step.rule().map(CampaignAccessJson.Rule::of).orElse(null));
    }
  }

  @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Noted(
      String requestId,
      Instant at,
      String keyId,
      String maskedKey,
      @MayBePrinted("The code of the result.") String code,
      @Nullable String method,
      @Nullable String path,
      @Nullable String permission,
      @Nullable String campaignId,
      @Nullable String address) {

    static Noted of(NotedRefusal noted) {
      RefusedRequest request = noted.request();
      return new Noted(
          request.requestId(),
          request.at(),
          PublicId.of(request.key()),
          noted.key().value(),
          request.code(),
          request.line().map(RequestLine::method).orElse(null),
          request.line().map(RequestLine::path).orElse(null),
          request.permission().map(Permission::label).orElse(null),
          request.campaign().map(PublicId::of).orElse(null),
          request.address().map(AddressText::of).orElse(null));
    }
  }

  static ExplanationJson of(Explanation explanation) {
    List<Taken> steps = explanation.steps().stream().map(Taken::of).toList();
    return switch (explanation.decision()) {
      case Explanation.Granted() -> new ExplanationJson(GRANTED, GRANTED, steps, null, null, null);
      case Explanation.Refused(Refusal refusal) ->
        new ExplanationJson(REFUSED, refusal.code(), steps, null, RefusalText.KEY_IN_HEADER.of(refusal).remedy(), null);
      case Explanation.DependsOnCampaign(List<CampaignRule> rules) ->
        new ExplanationJson(
            DEPENDS_ON_CAMPAIGN,
            DEPENDS_ON_CAMPAIGN,
            steps,
            rules.stream().map(CampaignAccessJson.Rule::of).toList(),
            null,
            null);
    };
  }

  /** Returns the current decision about a refused request, together with what was recorded of it. */
  static ExplanationJson of(Explanation explanation, NotedRefusal noted) {
    ExplanationJson today = of(explanation);
    return new ExplanationJson(
        today.decision, today.code, today.steps, today.rules, today.fix, Noted.of(noted));
  }

  /** Returns what was recorded of a refused request whose key is deleted: there are no rules left to evaluate. */
  static ExplanationJson of(NotedRefusal noted) {
    return new ExplanationJson(
        REFUSED,
        noted.request().code(),
        List.of(),
        null,
        "The key is deleted. Use another key, or generate one under Settings > API Keys.",
        Noted.of(noted));
  }
}

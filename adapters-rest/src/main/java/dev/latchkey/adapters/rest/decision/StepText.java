package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.access.RefusalText;
import dev.latchkey.domain.access.CheckOutcome;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.Refusal;

/** The text of a step of an explanation. */
final class StepText {

  private static final String CREATION = " Creating a campaign needs no rule.";
  private static final String NOWHERE = "No campaign access rule allows this action on any campaign.";

  private StepText() {}

  /** Returns the outcome in one word. */
  static String label(CheckResult.Outcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Passed _ -> "passed";
      case Refusal _ -> ExplanationJson.REFUSED;
      case CheckResult.AllowedNowhere() -> ExplanationJson.REFUSED;
      case CheckResult.DependsOnCampaign _ -> ExplanationJson.DEPENDS_ON_CAMPAIGN;
    };
  }

  /** Returns the reason for the outcome. */
  static String because(CheckResult.Outcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Reason reason -> because(reason);
      case CheckOutcome.AllowedByRule _ -> "A campaign access rule allows it.";
      case Refusal refusal -> RefusalText.KEY_IN_HEADER.of(refusal).message();
      case CheckResult.AllowedNowhere() -> NOWHERE;
      case CheckResult.DependsOnCampaign(boolean creation) ->
        "The campaign access rules decide for each campaign, and none is named." + (creation ? CREATION : "");
    };
  }

  private static String because(CheckOutcome.Reason reason) {
    return switch (reason) {
      case KEY_ACTIVE -> "The key is active.";
      case WITHIN_PERIOD -> "The time is within the key's period.";
      case TENANT_ACTIVE -> "The tenant is active.";
      case ANY_ADDRESS_ALLOWED -> "The key has no allow list of addresses.";
      case ADDRESS_ON_ALLOW_LIST -> "The address is on the key's allow list.";
      case NO_RATE_LIMIT -> "The key has no rate limit.";
      case WITHIN_RATE_LIMIT -> "The key's rate limit is not used up.";
      case PERMISSION_HELD -> "The key has the permission.";
      case TENANT_FROM_KEY -> "The tenant is the key's.";
      case TENANT_NAMED_CORRECTLY -> "The tenant_id is that of the key's tenant.";
      case NO_CAMPAIGN_CONCERNED -> "No campaign is concerned.";
      case CREATION_ONLY -> NOWHERE + CREATION;
      case CAMPAIGN_FOUND -> "The tenant has this campaign.";
    };
  }
}

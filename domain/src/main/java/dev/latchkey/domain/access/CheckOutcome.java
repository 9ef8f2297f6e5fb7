package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignRule;

/** The outcome of a check: passed, or a refusal. */
public sealed interface CheckOutcome extends CheckResult.Outcome permits CheckOutcome.Passed, Refusal {

  /** The check passed. */
  sealed interface Passed extends CheckOutcome {}

  /** Why a check passed that no campaign access rule decides. */
  enum Reason implements Passed {
    KEY_ACTIVE,
    WITHIN_PERIOD,
    TENANT_ACTIVE,
    ANY_ADDRESS_ALLOWED,
    ADDRESS_ON_ALLOW_LIST,
    NO_RATE_LIMIT,
    WITHIN_RATE_LIMIT,
    PERMISSION_HELD,
    TENANT_FROM_KEY,
    TENANT_NAMED_CORRECTLY,
    NO_CAMPAIGN_CONCERNED,
    /** No rule allows the action on any campaign, but the permission includes creation, which needs no rule. */
    CREATION_ONLY,
    CAMPAIGN_FOUND
  }

  /** A campaign access rule made the check pass. */
  record AllowedByRule(CampaignRule rule) implements Passed {}
}

package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.CampaignAccess.Verdict;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The checks of a request whose secret has been proven. The order of the constants is the order of the contract's
 * decision table, steps 5 to 13. The first check that refuses decides.
 */
enum AccessCheck {
  KEY_ENABLED {
    @Override
    CheckOutcome run(Context context) {
      return context.credential().key().settings().status() == KeyStatus.ACTIVE
          ? KEY_IS_ACTIVE
          : new Refusal.KeyDisabled();
    }
  },

  KEY_IN_FORCE {
    @Override
    CheckOutcome run(Context context) {
      Period period = context.credential().key().settings().period();
      if (period.startsAfter(context.request().at())) {
        return new Refusal.KeyNotYetValid();
      }
      return period.isOverAt(context.request().at()) ? new Refusal.KeyExpired() : KEY_IS_IN_FORCE;
    }
  },

  TENANT_ACTIVE {
    @Override
    CheckOutcome run(Context context) {
      return context.credential().tenant().standing() == TenantStatus.ACTIVE
          ? TENANT_IS_ACTIVE
          : new Refusal.TenantSuspended();
    }
  },

  ADDRESS_ALLOWED {
    @Override
    CheckOutcome run(Context context) {
      List<AddressRange> allowed = context.credential().key().settings().allowedAddresses();
      if (allowed.isEmpty()) {
        return ANY_ADDRESS_WILL_DO;
      }
      return context.request().address().stream().anyMatch(a -> allowed.stream().anyMatch(r -> r.contains(a)))
          ? ADDRESS_IS_ALLOWED
          : new Refusal.AddressNotAllowed(context.request().address());
    }
  },

  RATE_WITHIN_LIMIT {
    @Override
    CheckOutcome run(Context context) {
      if (context.rate().isEmpty()) {
        return ANY_RATE_WILL_DO;
      }
      return switch (context.rate().get()) {
        case RateVerdict.Within _ -> RATE_IS_WITHIN_LIMIT;
        case RateVerdict.Exceeded(Duration retryAfter) ->
          new Refusal.RateLimited(context.credential().key().settings().rateLimit().orElseThrow(), retryAfter);
      };
    }
  },

  PERMISSION_HELD {
    @Override
    CheckOutcome run(Context context) {
      Optional<Permission> needed = context.request().permission();
      if (needed.isEmpty() || context.credential().key().settings().grant().allows(needed.get())) {
        return PERMISSION_IS_HELD;
      }
      return new Refusal.PermissionMissing(needed.get());
    }
  },

  TENANT_NAMED {
    @Override
    CheckOutcome run(Context context) {
      return switch (context.claim()) {
        case TenantClaim.Absent() -> TENANT_COMES_FROM_THE_KEY;
        case TenantClaim.Omitted() -> new Refusal.TenantIdMissing();
        case TenantClaim.Unreadable() -> new Refusal.TenantMismatch();
        case TenantClaim.Named(TenantId named) ->
          named.equals(context.credential().tenant().id()) ? TENANT_IS_THE_KEYS : new Refusal.TenantMismatch();
      };
    }
  },

  CAMPAIGN_IN_REACH {
    @Override
    CheckOutcome run(Context context) {
      if (context.campaign().isEmpty()) {
        return NO_CAMPAIGN_IS_CONCERNED;
      }
      CampaignLookup campaign = context.campaign().get();
      Permission used = context.request().permission().orElseThrow();
      Verdict verdict = context
          .credential()
          .key()
          .settings()
          .grant()
          .campaignAccess()
          .on(used.action(), campaign.id(), campaign.found().map(found -> found.plan().type()));
      return switch (verdict) {
        case Verdict.Allowed(CampaignRule rule) ->
          new CheckOutcome.Passed("A campaign access rule allows it.", Optional.of(rule));
        case Verdict.Denied(CampaignRule rule) -> new Refusal.CampaignAccessDenied(Optional.of(rule));
        case Verdict.NothingAllows() -> new Refusal.CampaignAccessDenied(Optional.empty());
      };
    }
  },

  CAMPAIGN_EXISTS {
    @Override
    CheckOutcome run(Context context) {
      if (context.campaign().isEmpty()) {
        return NO_CAMPAIGN_IS_CONCERNED;
      }
      return context.campaign().get().found().isEmpty() ? new Refusal.CampaignNotFound() : CAMPAIGN_IS_THERE;
    }
  };

  private static final CheckOutcome KEY_IS_ACTIVE = new CheckOutcome.Passed("The key is active.");
  private static final CheckOutcome KEY_IS_IN_FORCE = new CheckOutcome.Passed(
      "The moment lies within the key's period.");
  private static final CheckOutcome TENANT_IS_ACTIVE = new CheckOutcome.Passed("The tenant is active.");
  private static final CheckOutcome ANY_ADDRESS_WILL_DO = new CheckOutcome.Passed(
      "The key has no allow list of addresses.");
  private static final CheckOutcome ADDRESS_IS_ALLOWED = new CheckOutcome.Passed(
      "The address is on the key's allow list.");
  private static final CheckOutcome ANY_RATE_WILL_DO = new CheckOutcome.Passed("The key has no rate limit.");
  private static final CheckOutcome RATE_IS_WITHIN_LIMIT = new CheckOutcome.Passed(
      "The key's rate limit is not used up.");
  private static final CheckOutcome PERMISSION_IS_HELD = new CheckOutcome.Passed("The key has the permission.");
  private static final CheckOutcome TENANT_COMES_FROM_THE_KEY = new CheckOutcome.Passed("The tenant is the key's.");
  private static final CheckOutcome TENANT_IS_THE_KEYS = new CheckOutcome.Passed("The tenant_id is the key's tenant.");
  private static final CheckOutcome NO_CAMPAIGN_IS_CONCERNED = new CheckOutcome.Passed("No campaign is concerned.");
  private static final CheckOutcome CAMPAIGN_IS_THERE = new CheckOutcome.Passed("The tenant has this campaign.");

  abstract CheckOutcome run(Context context);

  /** The values that the checks decide on. */
  record Context(
      StoredKey credential,
      AccessRequest request,
      Optional<RateVerdict> rate,
      TenantClaim claim,
      Optional<CampaignLookup> campaign) {

    /** Returns the context of a request that names neither a tenant nor a campaign. */
    static Context of(StoredKey credential, AccessRequest request, Optional<RateVerdict> rate) {
      return new Context(credential, request, rate, new TenantClaim.Absent(), Optional.empty());
    }
  }

  /** Returns this check as a step of an explanation. */
  CheckResult step(CheckResult.Outcome outcome, String because) {
    return new CheckResult(label(), outcome, because, Optional.empty());
  }

  /** Returns the stable name of the check, as explanations show it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

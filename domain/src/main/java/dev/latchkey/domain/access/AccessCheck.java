package dev.latchkey.domain.access;

import dev.latchkey.domain.access.CheckOutcome.Reason;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess.Verdict;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.TenantClaim;
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
          ? Reason.KEY_ACTIVE
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
      return period.isOverAt(context.request().at()) ? new Refusal.KeyExpired() : Reason.WITHIN_PERIOD;
    }
  },

  TENANT_ACTIVE {
    @Override
    CheckOutcome run(Context context) {
      return context.credential().tenant().standing() == TenantStatus.ACTIVE
          ? Reason.TENANT_ACTIVE
          : new Refusal.TenantSuspended();
    }
  },

  ADDRESS_ALLOWED {
    @Override
    CheckOutcome run(Context context) {
      List<AddressRange> allowed = context.credential().key().settings().allowedAddresses();
      if (allowed.isEmpty()) {
        return Reason.ANY_ADDRESS_ALLOWED;
      }
      return context.request().address().stream().anyMatch(a -> allowed.stream().anyMatch(r -> r.contains(a)))
          ? Reason.ADDRESS_ON_ALLOW_LIST
          : new Refusal.AddressNotAllowed(context.request().address());
    }
  },

  RATE_WITHIN_LIMIT {
    @Override
    CheckOutcome run(Context context) {
      if (context.rate().isEmpty()) {
        return Reason.NO_RATE_LIMIT;
      }
      return switch (context.rate().get()) {
        case RateVerdict.Within _ -> Reason.WITHIN_RATE_LIMIT;
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
        return Reason.PERMISSION_HELD;
      }
      return new Refusal.PermissionMissing(needed.get());
    }
  },

  TENANT_NAMED {
    @Override
    CheckOutcome run(Context context) {
      return switch (context.claim()) {
        case TenantClaim.Absent() -> Reason.TENANT_FROM_KEY;
        case TenantClaim.Omitted() -> new Refusal.TenantIdMissing();
        case TenantClaim.Unreadable() -> new Refusal.TenantMismatch();
        case TenantClaim.Named(TenantId named) ->
          named.equals(context.credential().tenant().id())
              ? Reason.TENANT_NAMED_CORRECTLY
              : new Refusal.TenantMismatch();
      };
    }
  },

  CAMPAIGN_IN_REACH {
    @Override
    CheckOutcome run(Context context) {
      if (context.campaign().isEmpty()) {
        return Reason.NO_CAMPAIGN_CONCERNED;
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
        case Verdict.Allowed(CampaignRule rule) -> new CheckOutcome.AllowedByRule(rule);
        case Verdict.Denied(CampaignRule rule) -> new Refusal.CampaignAccessDenied(Optional.of(rule));
        case Verdict.NothingAllows() -> new Refusal.CampaignAccessDenied(Optional.empty());
      };
    }
  },

  CAMPAIGN_EXISTS {
    @Override
    CheckOutcome run(Context context) {
      if (context.campaign().isEmpty()) {
        return Reason.NO_CAMPAIGN_CONCERNED;
      }
      return context.campaign().get().found().isEmpty() ? new Refusal.CampaignNotFound() : Reason.CAMPAIGN_FOUND;
    }
  };

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
  CheckResult step(CheckResult.Outcome outcome) {
    return new CheckResult(label(), outcome);
  }

  /** Returns the stable name of the check, as explanations show it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.grant.CampaignAccess.Verdict;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.tenant.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of a request whose secret was proven. The order of the constants is the order of the contract's
 * decision table, steps 5 to 13, and the first that refuses decides.
 */
enum Question {
  KEY_ENABLED {
    @Override
    Answer run(Inquiry inquiry) {
      return inquiry.credential().key().settings().status() == KeyStatus.ACTIVE
          ? KEY_IS_ACTIVE
          : new Refusal.KeyDisabled();
    }
  },

  KEY_IN_FORCE {
    @Override
    Answer run(Inquiry inquiry) {
      Period period = inquiry.credential().key().settings().period();
      if (period.startsAfter(inquiry.attempt().at())) {
        return new Refusal.KeyNotYetValid();
      }
      return period.isOverAt(inquiry.attempt().at()) ? new Refusal.KeyExpired() : KEY_IS_IN_FORCE;
    }
  },

  TENANT_ACTIVE {
    @Override
    Answer run(Inquiry inquiry) {
      return inquiry.credential().tenant().standing() == Standing.ACTIVE
          ? TENANT_IS_ACTIVE
          : new Refusal.TenantSuspended();
    }
  },

  ADDRESS_ALLOWED {
    @Override
    Answer run(Inquiry inquiry) {
      List<AddressRange> allowed = inquiry.credential().key().settings().allowedAddresses();
      if (allowed.isEmpty()) {
        return ANY_ADDRESS_WILL_DO;
      }
      return inquiry.attempt().address().stream().anyMatch(a -> allowed.stream().anyMatch(r -> r.contains(a)))
          ? ADDRESS_IS_ALLOWED
          : new Refusal.AddressNotAllowed(inquiry.attempt().address());
    }
  },

  RATE_WITHIN_LIMIT {
    @Override
    Answer run(Inquiry inquiry) {
      if (inquiry.rate().isEmpty()) {
        return ANY_RATE_WILL_DO;
      }
      return switch (inquiry.rate().get()) {
        case RateVerdict.Within _ -> RATE_IS_WITHIN_LIMIT;
        case RateVerdict.Exceeded(Duration retryAfter) ->
          new Refusal.RateLimited(inquiry.credential().key().settings().rateLimit().orElseThrow(), retryAfter);
      };
    }
  },

  PERMISSION_HELD {
    @Override
    Answer run(Inquiry inquiry) {
      Optional<Permission> needed = inquiry.attempt().permission();
      if (needed.isEmpty() || inquiry.credential().key().settings().grant().allows(needed.get())) {
        return PERMISSION_IS_HELD;
      }
      return new Refusal.PermissionMissing(needed.get());
    }
  },

  TENANT_NAMED {
    @Override
    Answer run(Inquiry inquiry) {
      return switch (inquiry.claim()) {
        case TenantClaim.Absent() -> TENANT_COMES_FROM_THE_KEY;
        case TenantClaim.Omitted() -> new Refusal.TenantIdMissing();
        case TenantClaim.Unreadable() -> new Refusal.TenantMismatch();
        case TenantClaim.Named(TenantId named) ->
          named.equals(inquiry.credential().tenant().id()) ? TENANT_IS_THE_KEYS : new Refusal.TenantMismatch();
      };
    }
  },

  CAMPAIGN_IN_REACH {
    @Override
    Answer run(Inquiry inquiry) {
      if (inquiry.visit().isEmpty()) {
        return NO_CAMPAIGN_IS_CONCERNED;
      }
      Visit visit = inquiry.visit().get();
      Permission used = inquiry.attempt().permission().orElseThrow();
      Verdict verdict = inquiry
          .credential()
          .key()
          .settings()
          .grant()
          .campaignAccess()
          .on(used.action(), visit.id(), visit.found().map(campaign -> campaign.plan().type()));
      return switch (verdict) {
        case Verdict.Allowed(AccessRule rule) ->
          new Answer.Passed("A campaign access rule allows it.", Optional.of(rule));
        case Verdict.Denied(AccessRule rule) -> new Refusal.CampaignAccessDenied(Optional.of(rule));
        case Verdict.NothingAllows() -> new Refusal.CampaignAccessDenied(Optional.empty());
      };
    }
  },

  CAMPAIGN_EXISTS {
    @Override
    Answer run(Inquiry inquiry) {
      if (inquiry.visit().isEmpty()) {
        return NO_CAMPAIGN_IS_CONCERNED;
      }
      return inquiry.visit().get().found().isEmpty() ? new Refusal.CampaignNotFound() : CAMPAIGN_IS_THERE;
    }
  };

  private static final Answer KEY_IS_ACTIVE = new Answer.Passed("The key is active.");
  private static final Answer KEY_IS_IN_FORCE = new Answer.Passed("The moment lies within the key's period.");
  private static final Answer TENANT_IS_ACTIVE = new Answer.Passed("The tenant is active.");
  private static final Answer ANY_ADDRESS_WILL_DO = new Answer.Passed("The key has no allow list of addresses.");
  private static final Answer ADDRESS_IS_ALLOWED = new Answer.Passed("The address is on the key's allow list.");
  private static final Answer ANY_RATE_WILL_DO = new Answer.Passed("The key has no rate limit.");
  private static final Answer RATE_IS_WITHIN_LIMIT = new Answer.Passed("The key's rate limit is not used up.");
  private static final Answer PERMISSION_IS_HELD = new Answer.Passed("The key has the permission.");
  private static final Answer TENANT_COMES_FROM_THE_KEY = new Answer.Passed("The tenant is the key's.");
  private static final Answer TENANT_IS_THE_KEYS = new Answer.Passed("The tenant_id is the key's tenant.");
  private static final Answer NO_CAMPAIGN_IS_CONCERNED = new Answer.Passed("No campaign is concerned.");
  private static final Answer CAMPAIGN_IS_THERE = new Answer.Passed("The tenant has this campaign.");

  abstract Answer run(Inquiry inquiry);

  /** This question as a step of an explanation. */
  Step step(Step.Outcome outcome, String because) {
    return new Step(label(), outcome, because, Optional.empty());
  }

  /** The question's name for whoever asks why; stable. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

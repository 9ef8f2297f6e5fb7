package dev.latchkey.domain.access;

import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/** Input of the access checks. */
record AccessContext(
    StoredKey credential,
    AccessRequest attempt,
    Optional<RateVerdict> rate,
    TenantClaim claim,
    Optional<CampaignLookup> visit) {

  static AccessContext into(StoredKey credential, AccessRequest attempt) {
    return new AccessContext(credential, attempt, Optional.empty(), new TenantClaim.Absent(), Optional.empty());
  }

  AccessContext counted(Optional<RateVerdict> verdict) {
    return new AccessContext(credential, attempt, verdict, claim, visit);
  }

  AccessContext claiming(TenantClaim tenantClaim) {
    return new AccessContext(credential, attempt, rate, tenantClaim, visit);
  }

  AccessContext visiting(CampaignLookup campaign) {
    return new AccessContext(credential, attempt, rate, claim, Optional.of(campaign));
  }
}

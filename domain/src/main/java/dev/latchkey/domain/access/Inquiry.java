package dev.latchkey.domain.access;

import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/** Everything that the questions are asked about. */
record Inquiry(
    Credential credential,
    Attempt attempt,
    Optional<RateVerdict> rate,
    TenantClaim claim,
    Optional<Visit> visit) {

  static Inquiry into(Credential credential, Attempt attempt) {
    return new Inquiry(credential, attempt, Optional.empty(), new TenantClaim.Absent(), Optional.empty());
  }

  Inquiry counted(Optional<RateVerdict> verdict) {
    return new Inquiry(credential, attempt, verdict, claim, visit);
  }

  Inquiry claiming(TenantClaim tenantClaim) {
    return new Inquiry(credential, attempt, rate, tenantClaim, visit);
  }

  Inquiry visiting(Visit campaign) {
    return new Inquiry(credential, attempt, rate, claim, Optional.of(campaign));
  }
}

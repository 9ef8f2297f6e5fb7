package dev.latchkey.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusedRequestTest {

  @Test
  void onlyARateLimitedRequestExceededTheLimit() {
    assertThat(refused("rate_limited").rate()).isEqualTo(new RateVerdict.Exceeded(Duration.ZERO));
    assertThat(refused("key_disabled").rate()).isEqualTo(new RateVerdict.Within(0, Duration.ZERO));
  }

  @Test
  void theTenantThatTheRequestNamedFollowsFromTheCode() {
    assertThat(refused("tenant_id_missing").claim()).isEqualTo(new TenantClaim.Omitted());
    assertThat(refused("tenant_mismatch").claim()).isEqualTo(new TenantClaim.Unreadable());
    assertThat(refused("key_disabled").claim()).isEqualTo(new TenantClaim.Absent());
  }

  private static RefusedRequest refused(String code) {
    return new RefusedRequest(
        "request", new KeyId(1), code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Instant.EPOCH);
  }
}

package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.RefusedRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  @Test
  void aRefusalThatWasNotedForTheRateLimitIsExplainedByIt() {
    Situation situation = new Situation();
    situation.scene.rateLimit = Optional.of(new RateLimit(10, Duration.ofMinutes(1)));
    RefusedRequest noted = new RefusedRequest(
        "request-1", situation.scene.plain.id(), "rate_limited", Optional.empty(), Optional.of(Permission.LEADS_READ),
        Optional.of(situation.campaign), situation.scene.address, Scene.NOW);

    Explanation explained = AccessPolicy.explain(
        situation.scene.credential(), noted, new ExplainedCampaign.AnyCampaign());

    assertThat(explained.refusal().map(Refusal::code)).contains("rate_limited");
  }
}

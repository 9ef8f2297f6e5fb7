package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeduplicateRequestsTest {

  private static final IdempotentRequest REQUEST = new IdempotentRequest("key 1", "POST /api/v2/api-keys", "a");
  private static final StoredResponse CREATED = new StoredResponse(201, "application/json", Map.of("ETag", "\"v1\""),
      "{}");
  private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);

  private final Shop shop = new Shop();
  private final DeduplicateRequests once = new DeduplicateRequests(shop.store.answers(), shop.clock);

  @Test
  void aRequestIsCarriedOutTheFirstTime() {
    assertThat(once.claim(REQUEST, "body")).isEqualTo(first());
  }

  @Test
  void aRequestThatWasAnsweredIsAnsweredTheSameAgain() {
    once.settle(REQUEST, claimed(), CREATED);

    assertThat(once.claim(REQUEST, "body")).isEqualTo(new Claim.Again(CREATED));
    assertThat(once.claim(REQUEST, "body")).isEqualTo(new Claim.Again(CREATED));
  }

  @Test
  void aRequestThatIsBeingCarriedOutIsNotCarriedOutTwice() {
    once.claim(REQUEST, "body");

    assertThat(once.claim(REQUEST, "body")).isEqualTo(new Claim.Running());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsDetected() {
    Claim.First claim = claimed();
    assertThat(once.claim(REQUEST, "other")).isEqualTo(new Claim.OtherBody());

    once.settle(REQUEST, claim, CREATED);
    assertThat(once.claim(REQUEST, "other")).isEqualTo(new Claim.OtherBody());
  }

  @Test
  void aRequestThatWasGivenBackIsCarriedOutAgain() {
    once.release(REQUEST, claimed());

    assertThat(once.claim(REQUEST, "other")).isEqualTo(first());
  }

  @Test
  void requestsOfOthersOrElsewhereOrOfAnotherKeyAreOthers() {
    once.claim(REQUEST, "body");

    assertThat(once.claim(new IdempotentRequest("key 2", REQUEST.route(), "a"), "body")).isEqualTo(first());
    assertThat(once.claim(new IdempotentRequest("key 1", "POST /", "a"), "body")).isEqualTo(first());
    assertThat(once.claim(new IdempotentRequest("key 1", REQUEST.route(), "b"), "body"))
        .isEqualTo(first());
  }

  @Test
  void aClaimOfOneWhoDiedRunsOutAfterAMinute() {
    once.claim(REQUEST, "body");

    shop.clock.set(Shop.OPENING.plus(Duration.ofMinutes(1)).minus(A_MICROSECOND));
    assertThat(once.claim(REQUEST, "body")).isEqualTo(new Claim.Running());
    shop.clock.advance(A_MICROSECOND);
    assertThat(once.claim(REQUEST, "other")).isEqualTo(first());
  }

  @Test
  void anAnswerIsKeptForADay() {
    Claim.First claim = claimed();
    shop.clock.advance(Duration.ofSeconds(30));
    once.settle(REQUEST, claim, CREATED);

    shop.clock.advance(Duration.ofDays(1).minus(A_MICROSECOND));
    assertThat(once.claim(REQUEST, "body")).isEqualTo(new Claim.Again(CREATED));
    shop.clock.advance(A_MICROSECOND);
    assertThat(once.claim(REQUEST, "body")).isEqualTo(first());
  }

  @Test
  void anAnswerThatComesAfterItsClaimHasEndedIsNotKeptAsTheAnswerToALaterOne() {
    Claim.First late = claimed();
    shop.clock.advance(Duration.ofMinutes(1));
    Claim.First later = (Claim.First) once.claim(REQUEST, "other");

    once.settle(REQUEST, late, CREATED);
    once.release(REQUEST, late);

    assertThat(once.claim(REQUEST, "other")).isEqualTo(new Claim.Running());
    once.settle(REQUEST, later, CREATED);
    assertThat(once.claim(REQUEST, "other")).isEqualTo(new Claim.Again(CREATED));
  }

  private Claim.First claimed() {
    return (Claim.First) once.claim(REQUEST, "body");
  }

  private Claim.First first() {
    return new Claim.First(shop.clock.now().plus(Duration.ofMinutes(1)));
  }
}

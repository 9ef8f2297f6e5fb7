package dev.latchkey.application.usecase;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingResponses.Remembered;
import dev.latchkey.application.port.out.ForTellingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Claims idempotent requests. Claims expire, so a node that fails during a request does not block it for long. */
public final class DeduplicateRequests implements ForDeduplicatingRequests {

  private static final Duration CLAIM_LASTS = Duration.ofMinutes(1);
  private static final Duration ANSWER_LASTS = Duration.ofHours(24);

  private final ForRecordingResponses answers;
  private final ForTellingTime time;

  public DeduplicateRequests(ForRecordingResponses answers, ForTellingTime time) {
    this.answers = answers;
    this.time = time;
  }

  @Override
  public Claim claim(IdempotentRequest request, String fingerprint) {
    Instant now = time.now();
    Instant until = now.plus(CLAIM_LASTS);
    Optional<Remembered> remembered = answers.claim(request, fingerprint, now, until);
    return remembered.map(earlier -> claim(earlier, fingerprint)).orElseGet(() -> new Claim.First(until));
  }

  private static Claim claim(Remembered earlier, String fingerprint) {
    if (!earlier.fingerprint().equals(fingerprint)) {
      return new Claim.OtherBody();
    }
    return earlier.answer().<Claim>map(Claim.Again::new).orElseGet(Claim.Running::new);
  }

  @Override
  public void settle(IdempotentRequest request, Claim.First claim, StoredResponse answer) {
    answers.settle(request, claim.until(), answer, time.now().plus(ANSWER_LASTS));
  }

  @Override
  public void release(IdempotentRequest request, Claim.First claim) {
    answers.release(request, claim.until());
  }
}

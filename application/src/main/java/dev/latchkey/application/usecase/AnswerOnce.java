package dev.latchkey.application.usecase;

import dev.latchkey.application.port.Answer;
import dev.latchkey.application.port.RepeatableRequest;
import dev.latchkey.application.port.in.ForAnsweringOnce;
import dev.latchkey.application.port.out.ForRememberingAnswers;
import dev.latchkey.application.port.out.ForRememberingAnswers.Remembered;
import dev.latchkey.application.port.out.ForTellingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Claims run out by themselves, so a node that dies over a request does not block the request for long. */
public final class AnswerOnce implements ForAnsweringOnce {

  private static final Duration CLAIM_LASTS = Duration.ofMinutes(1);
  private static final Duration ANSWER_LASTS = Duration.ofHours(24);

  private final ForRememberingAnswers answers;
  private final ForTellingTime time;

  public AnswerOnce(ForRememberingAnswers answers, ForTellingTime time) {
    this.answers = answers;
    this.time = time;
  }

  @Override
  public Claim claim(RepeatableRequest request, String fingerprint) {
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
  public void settle(RepeatableRequest request, Claim.First claim, Answer answer) {
    answers.settle(request, claim.until(), answer, time.now().plus(ANSWER_LASTS));
  }

  @Override
  public void release(RepeatableRequest request, Claim.First claim) {
    answers.release(request, claim.until());
  }
}

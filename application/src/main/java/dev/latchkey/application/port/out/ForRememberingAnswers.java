package dev.latchkey.application.port.out;

import dev.latchkey.application.port.Answer;
import dev.latchkey.application.port.RepeatableRequest;
import dev.latchkey.application.port.StoreUnavailable;
import java.time.Instant;
import java.util.Optional;

/** Answers kept for requests that are sent again. Every method throws {@link StoreUnavailable}. */
public interface ForRememberingAnswers {

  /**
   * What is remembered of a request.
   *
   * @param fingerprint the digest of its body
   * @param answer empty while it is being carried out
   */
  record Remembered(String fingerprint, Optional<Answer> answer) {}

  /**
   * Remembers the request as being carried out until then, unless something is remembered of it that is not past. Of two at
   * once, one is.
   *
   * @return what is remembered already; empty where the request is now
   */
  Optional<Remembered> claim(RepeatableRequest request, String fingerprint, Instant now, Instant until);

  /** Remembers the answer until then. */
  void settle(RepeatableRequest request, Answer answer, Instant until);

  /** Forgets a request that has no answer. */
  void release(RepeatableRequest request);
}

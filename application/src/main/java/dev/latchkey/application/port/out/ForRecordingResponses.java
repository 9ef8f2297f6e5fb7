package dev.latchkey.application.port.out;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import java.time.Instant;
import java.util.Optional;

/** Answers kept for requests that are sent again. Every method throws {@link StoreUnavailable}. */
public interface ForRecordingResponses {

  /**
   * What is remembered of a request.
   *
   * @param fingerprint the digest of its body
   * @param answer empty while it is being carried out
   */
  record Remembered(String fingerprint, Optional<StoredResponse> answer) {}

  /**
   * Remembers the request as being carried out until then, unless something is remembered of it that is not past. Of two at
   * once, one is.
   *
   * @return what is remembered already; empty where the request is now
   */
  Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now, Instant until);

  /**
   * Remembers the answer until then. Does nothing unless the claim that ends at {@code claimedUntil} still stands. Of one
   * owner at most 4 MiB are kept, with 256 bytes for each answer beside its text: the oldest are forgotten first, and counted.
   * The newest 3 MiB are kept in any case, and the newest answer whatever its size.
   */
  void settle(IdempotentRequest request, Instant claimedUntil, StoredResponse answer, Instant until);

  /** Forgets a request that has no answer, if the claim that ends at {@code claimedUntil} still stands. */
  void release(IdempotentRequest request, Instant claimedUntil);
}

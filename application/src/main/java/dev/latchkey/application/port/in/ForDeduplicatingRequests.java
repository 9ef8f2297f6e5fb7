package dev.latchkey.application.port.in;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import java.time.Instant;

/** Requests that are carried out once, however often they are sent. Every method throws {@link StoreUnavailable}. */
public interface ForDeduplicatingRequests {

  /** What is to be done with a request. */
  sealed interface Claim {

    /**
     * It is the first of its kind: carry it out, then {@link #settle} or {@link #release} it.
     *
     * @param until when the claim ends, which tells it from a later claim of the same request
     */
    record First(Instant until) implements Claim {}

    /** It was answered already, within the last 24 hours: answer the same. */
    record Again(StoredResponse answer) implements Claim {}

    /** Its idempotency key was used for another body. */
    record OtherBody() implements Claim {}

    /** The same request is being carried out. */
    record Running() implements Claim {}
  }

  /**
   * Claims a request, for a minute at the most: one that was neither settled nor released by then may be claimed again.
   *
   * @param fingerprint a digest of the body
   */
  Claim claim(IdempotentRequest request, String fingerprint);

  /**
   * Keeps the answer to a claimed request for 24 hours, or until its owner's newer answers take up 4 MiB. Does nothing where
   * the claim has ended and the request was claimed again.
   */
  void settle(IdempotentRequest request, Claim.First claim, StoredResponse answer);

  /** Gives a claim back, so that the request can be tried again. Does nothing where the request was claimed again. */
  void release(IdempotentRequest request, Claim.First claim);
}

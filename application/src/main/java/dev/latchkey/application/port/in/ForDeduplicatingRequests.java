package dev.latchkey.application.port.in;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import java.time.Instant;

/**
 * Executes requests once, however often they are sent. Every method throws {@link StoreUnavailable} if the store cannot
 * be reached.
 */
public interface ForDeduplicatingRequests {

  /** The result of claiming a request. */
  sealed interface Claim {

    /**
     * This is the first request with its key: execute it, then {@link #settle} or {@link #release} it.
     *
     * @param until when the claim ends, which distinguishes it from a later claim of the same request
     */
    record First(Instant until) implements Claim {}

    /** The request was completed within the last 24 hours: replay the response. */
    record Again(StoredResponse answer) implements Claim {}

    /** The idempotency key was used with another body. */
    record OtherBody() implements Claim {}

    /** The same request is being executed. */
    record Running() implements Claim {}
  }

  /**
   * Claims a request for at most one minute: a request that was neither settled nor released by then can be claimed
   * again.
   *
   * @param fingerprint a digest of the body
   */
  Claim claim(IdempotentRequest request, String fingerprint);

  /**
   * Stores the response to a claimed request for 24 hours, or until its owner's newer responses take up 4 MiB. Does
   * nothing if the claim has ended and the request was claimed again.
   */
  void settle(IdempotentRequest request, Claim.First claim, StoredResponse answer);

  /** Releases a claim, so that the request can be retried. Does nothing if the request was claimed again. */
  void release(IdempotentRequest request, Claim.First claim);
}

package dev.latchkey.application.port.out;

import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import java.time.Instant;
import java.util.Optional;

/**
 * Stored responses for requests that are sent again. Two requests are the same if owner, route and key are equal,
 * including upper and lower case. Every method throws {@link StoreUnavailable}.
 */
public interface ForRecordingResponses {

  /**
   * The stored record of a request.
   *
   * @param fingerprint the digest of the request body
   * @param answer the response; empty while the request is being processed
   */
  record Remembered(String fingerprint, Optional<StoredResponse> answer) {}

  /**
   * Records the request as being processed until {@code until}, unless a record of it exists that has not expired. Of
   * two concurrent claims, one succeeds.
   *
   * @return the existing record; empty if this call claimed the request
   */
  Optional<Remembered> claim(IdempotentRequest request, String fingerprint, Instant now, Instant until);

  /**
   * Stores the response until {@code until}. Does nothing unless the claim that ends at {@code claimedUntil} is still
   * valid. A response that is already stored is not replaced. At most 4 MiB are kept for each owner, including 256
   * bytes for each response in addition to its text: the oldest responses are evicted first, and evictions are counted.
   * The newest 3 MiB are always kept, and so is the newest response, regardless of its size.
   */
  void settle(IdempotentRequest request, Instant claimedUntil, StoredResponse answer, Instant until);

  /**
   * Removes the record of a request that has no response, if the claim that ends at {@code claimedUntil} is still
   * valid.
   */
  void release(IdempotentRequest request, Instant claimedUntil);
}

package dev.latchkey.domain.access;

import dev.latchkey.domain.rate.RateLimit;
import java.util.Optional;

/** The result of proving a presented key: the proven key or a refusal. */
public sealed interface KeyProof permits KeyProof.ProvenKey, Refusal {

  /**
   * A key whose secret matches and that passed steps 5 to 8, for one request. Created only by
   * {@link AccessPolicy#prove}.
   */
  final class ProvenKey implements KeyProof {

    private final StoredKey credential;
    private final AccessRequest request;

    ProvenKey(StoredKey credential, AccessRequest request) {
      this.credential = credential;
      this.request = request;
    }

    StoredKey credential() {
      return credential;
    }

    AccessRequest request() {
      return request;
    }

    /** Returns the limit that the request has to be counted against; empty if it is not counted. */
    public Optional<RateLimit> rateLimit() {
      return credential.key().settings().rateLimit();
    }
  }
}

package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/**
 * Requests counted against the limits of keys, by all nodes together. A limit of fewer than 100 requests is held exactly.
 * Of a larger one each node may take a fiftieth in advance, and lets that through whatever the others do meanwhile: by so
 * much for each node the limit may be exceeded, or seem used up too early. {@link StoreUnavailable} is thrown where the store
 * has to be asked and cannot be reached.
 * A key has one bucket, whatever its limit: what was used stays used when the limit is changed, in requests, up to twice the
 * new limit.
 */
public interface ForLimitingRates {

  /** What a node takes in advance is one of so many parts of a limit. */
  int PARTS = 50;

  /** Counts one request, if it is within the limit; one that is not uses nothing up. */
  RateVerdict count(KeyId key, RateLimit limit);

  /** Counts as {@link #count} does, without waiting for anything; empty, with nothing counted, where that cannot be. */
  Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit);

  /** What counting one request would give at this moment. Nothing is counted. */
  RateVerdict foresee(KeyId key, RateLimit limit);
}

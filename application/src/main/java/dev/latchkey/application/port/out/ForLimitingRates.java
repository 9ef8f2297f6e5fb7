package dev.latchkey.application.port.out;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import java.util.Optional;

/** Requests counted against the limits of keys. */
public interface ForLimitingRates {

  /** Counts one request, if it is within the limit; one that is not uses nothing up. A changed limit begins anew. */
  RateVerdict count(KeyId key, RateLimit limit);

  /** Counts as {@link #count} does, without waiting for anything; empty, with nothing counted, where that cannot be. */
  Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit);

  /** What counting one request would give at this moment. Nothing is counted. */
  RateVerdict foresee(KeyId key, RateLimit limit);
}

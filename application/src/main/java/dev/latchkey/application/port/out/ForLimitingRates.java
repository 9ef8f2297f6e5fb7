package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import java.util.Optional;

/**
 * Rate limits of keys, counted across all nodes. A limit of fewer than 100 requests is enforced exactly. Of a larger
 * limit, each node may reserve one fiftieth in advance and grants these requests regardless of the other nodes: for
 * each node, the limit may be exceeded by this amount, or appear exhausted too early by it. {@link StoreUnavailable} is
 * thrown if the store is needed and cannot be reached. A key has one bucket, regardless of its limit: when the limit
 * changes, the number of requests used remains used, up to twice the new limit.
 */
public interface ForLimitingRates {

  /** The number of equal parts of a limit, one of which a node reserves in advance. */
  int PARTS = 50;

  /**
   * Counts one request if it is within the limit; a request beyond the limit consumes nothing. Requests used become
   * available again evenly over the window, up to the limit.
   */
  RateVerdict count(KeyId key, RateLimit limit);

  /**
   * Counts as {@link #count} does, without waiting for anything; empty, with nothing counted, if that is not possible.
   */
  Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit);

  /** Returns what {@link #count} would return now. Nothing is counted. */
  RateVerdict foresee(KeyId key, RateLimit limit);
}

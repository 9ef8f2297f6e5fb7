package dev.latchkey.domain.rate;

import java.time.Duration;

/** The result of counting a request against a rate limit. */
public sealed interface RateVerdict {

  /**
   * The request is within the limit.
   *
   * @param remaining the number of further requests that are allowed now
   * @param untilFull the time until the whole limit is available again
   */
  record Within(long remaining, Duration untilFull) implements RateVerdict {}

  /**
   * The limit is exceeded.
   *
   * @param retryAfter the time until one more request is allowed
   */
  record Exceeded(Duration retryAfter) implements RateVerdict {}
}

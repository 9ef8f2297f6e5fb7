package dev.latchkey.domain.key;

import java.time.Duration;

/** What counting a request against a rate limit gave. */
public sealed interface RateVerdict {

  /**
   * The request is within the limit.
   *
   * @param remaining how many more there are at this moment
   * @param untilFull how long until the whole limit is there again
   */
  record Within(long remaining, Duration untilFull) implements RateVerdict {}

  /**
   * The limit is used up.
   *
   * @param retryAfter how long until one more request is within it
   */
  record Exceeded(Duration retryAfter) implements RateVerdict {}
}

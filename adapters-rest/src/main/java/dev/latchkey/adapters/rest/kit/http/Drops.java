package dev.latchkey.adapters.rest.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts the drops by which the server protects itself, as the metric {@code latchkey_dropped_total} with the tag
 * {@code what}.
 */
@Singleton
final class Drops {

  private static final String METER = "latchkey.dropped";

  private final Map<What, Counter> counters;

  /** What is dropped. The names in lower case are the values of the tag. */
  enum What {
    /** A new connection, beyond the limit for all. */
    CONNECTION,
    /** A new connection, beyond the limit for its address. */
    CONNECTION_OF_ADDRESS,
    /** A connection whose request did not arrive in time. */
    SLOW_REQUEST,
    /** A connection whose response was not read in time, or took too much memory meanwhile. */
    UNREAD_ANSWER,
    /** A connection whose unfinished body took too much memory. */
    REQUEST_BODY,
    /** A connection whose pipelined requests took too much memory. */
    PIPELINED_REQUEST
  }

  Drops(MeterRegistry registry) {
    this.counters = new EnumMap<>(
        Arrays.stream(What.values()).collect(
            Collectors.toMap(
                Function.identity(),
                what -> registry.counter(METER, "what", what.name().toLowerCase(Locale.ROOT)))));
  }

  void count(What what) {
    Objects.requireNonNull(counters.get(what)).increment();
  }
}

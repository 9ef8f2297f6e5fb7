package dev.latchkey.domain.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the MACs of an intact chain prove it.
 *
 * @param valid the number of events with a valid MAC
 * @param unchecked the number of events with a MAC under each pepper that this server does not have
 * @param before the events without a MAC before the first one with a MAC; a version without MACs wrote them
 * @param unproven the events without a MAC after one with a MAC; they were written by servers of a version without MACs
 *     during an upgrade, or without the pepper
 */
public record MacReport(
    long valid, SortedMap<String, Long> unchecked, Optional<Span> before, Optional<Span> unproven) {

  public static final MacReport NONE = new MacReport(
      0, Collections.emptySortedMap(), Optional.empty(), Optional.empty());

  public MacReport {
    unchecked = Collections.unmodifiableSortedMap(new TreeMap<>(unchecked));
  }

  /** A number of events, with the positions and times of the first and the last. */
  public record Span(long events, long first, Instant firstAt, long last, Instant lastAt) {

    static Span of(Optional<Span> earlier, AuditEvent event) {
      Instant at = event.entry().at();
      return earlier
          .map(span -> new Span(span.events + 1, span.first, span.firstAt, event.sequence(), at))
          .orElseGet(() -> new Span(1, event.sequence(), at, event.sequence(), at));
    }
  }

  /** Whether every event since the first one with a MAC has a valid MAC. */
  public boolean isComplete() {
    return unchecked.isEmpty() && unproven.isEmpty();
  }

  MacReport withValid() {
    return new MacReport(valid + 1, unchecked, before, unproven);
  }

  MacReport withUnchecked(String pepperVersion, long events) {
    SortedMap<String, Long> more = new TreeMap<>(unchecked);
    more.merge(pepperVersion, events, Long::sum);
    return new MacReport(valid, more, before, unproven);
  }

  MacReport withBefore(AuditEvent event) {
    return new MacReport(valid, unchecked, Optional.of(Span.of(before, event)), unproven);
  }

  MacReport withUnproven(AuditEvent event) {
    return new MacReport(valid, unchecked, before, Optional.of(Span.of(unproven, event)));
  }
}

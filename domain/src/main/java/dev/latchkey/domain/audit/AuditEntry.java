package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.Id;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done to one tenant's affairs, before it has its place in the chain.
 *
 * @param subject what it was done to
 * @param at by the wall clock, in whole microseconds
 * @param details more about it, without any secret, such as a key's name and mask; under {@link #CHANGES} the text of
 *   {@link FieldChanges}, if there are any. This is what is stored and hashed.
 */
public record AuditEntry(
    AuditEventId id,
    Actor actor,
    AuditAction action,
    Id subject,
    Instant at,
    Optional<InetAddress> address,
    SortedMap<String, String> details) {

  /** The detail that holds the changed fields. */
  public static final String CHANGES = "changes";

  public AuditEntry {
    // Not the constructor that takes a sorted map: it would take over that map's order, and the order is hashed.
    SortedMap<String, String> inNaturalOrder = new TreeMap<>();
    inNaturalOrder.putAll(details);
    details = Collections.unmodifiableSortedMap(inNaturalOrder);
    changes(details);
  }

  /** Which fields changed, from what to what; none in an event of a version that did not record it. */
  public FieldChanges changes() {
    return changes(details);
  }

  /** The details but for the changed fields. */
  public SortedMap<String, String> notes() {
    SortedMap<String, String> notes = new TreeMap<>(details);
    notes.remove(CHANGES);
    return notes;
  }

  private static FieldChanges changes(SortedMap<String, String> details) {
    String text = details.get(CHANGES);
    return text == null ? FieldChanges.NONE : FieldChanges.of(text);
  }
}

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
 * One audited action on one tenant, before it has a position in the chain.
 *
 * @param subject the object of the action
 * @param at the time of the action, by the wall clock, in whole microseconds
 * @param details further facts without any secret, such as a key's name and mask; under {@link #CHANGES} the text of
 *     {@link FieldChanges}, if there are any. The details are stored and hashed.
 */
public record AuditEntry(
    AuditEventId id,
    Actor actor,
    AuditAction action,
    Id subject,
    Instant at,
    Optional<InetAddress> address,
    SortedMap<String, String> details) {

  /** The name of the detail that contains the changed fields. */
  public static final String CHANGES = "changes";

  public AuditEntry {
    // The constructor that takes a sorted map would adopt that map's order, and the order is hashed.
    SortedMap<String, String> inNaturalOrder = new TreeMap<>();
    inNaturalOrder.putAll(details);
    details = Collections.unmodifiableSortedMap(inNaturalOrder);
    changes(details);
  }

  /**
   * Returns the changed fields with their old and new values; none for an event of a version that did not record them.
   */
  public FieldChanges changes() {
    return changes(details);
  }

  /** Returns the details except the changed fields. */
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

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
 * @param details what changed, in words that hold no secret; for a deleted key its name and mask
 */
public record AuditEntry(
    AuditEventId id,
    Actor actor,
    AuditAction action,
    Id subject,
    Instant at,
    Optional<InetAddress> address,
    SortedMap<String, String> details) {

  public AuditEntry {
    // Not the constructor that takes a sorted map: it would take over that map's order, and the order is hashed.
    SortedMap<String, String> inNaturalOrder = new TreeMap<>();
    inNaturalOrder.putAll(details);
    details = Collections.unmodifiableSortedMap(inNaturalOrder);
  }
}

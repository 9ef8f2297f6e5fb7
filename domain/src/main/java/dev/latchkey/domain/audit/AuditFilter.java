package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * The filter of a list of events. An event has to match every part that is given.
 *
 * @param since the earliest time, inclusive
 */
public record AuditFilter(
    Optional<Instant> since, Optional<AuditAction> action, Optional<Actor> actor, Optional<Id> subject) {

  public static final AuditFilter ALL = new AuditFilter(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

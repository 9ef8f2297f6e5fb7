package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events to list: those that fit all that is given.
 *
 * @param since the earliest moment, inclusive
 */
public record AuditFilter(
    Optional<Instant> since, Optional<AuditAction> action, Optional<Actor> actor, Optional<Id> subject) {

  public static final AuditFilter ALL = new AuditFilter(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

package dev.latchkey.domain.key;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is kept: all about it but its secret.
 *
 * @param replaces the key that it was rotated from
 * @param replacedBy the key that it was rotated to
 * @param lastUsedAt up to 60 seconds behind; empty: not used yet
 * @param version counts the changes, from 1; a change is stored only on top of the version it was made from
 */
public record ApiKey(
    KeyId id,
    TenantId tenant,
    Environment environment,
    MaskedKey masked,
    Seal seal,
    KeySettings settings,
    Actor createdBy,
    Instant createdAt,
    Optional<KeyId> replaces,
    Optional<KeyId> replacedBy,
    Optional<Instant> lastUsedAt,
    long version) {

  /** A key that was just made. */
  public static ApiKey made(
      PlainKey plain, Seal seal, TenantId tenant, KeySettings settings, Actor createdBy, Instant at) {
    return new ApiKey(
        plain.id(),
        tenant,
        plain.environment(),
        plain.mask(),
        seal,
        settings,
        createdBy,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** What stands in the way of rotating the key; empty where nothing does. */
  public Optional<RotationObstacle> rotationObstacle(Instant at) {
    if (replacedBy.isPresent()) {
      return Optional.of(RotationObstacle.ALREADY_ROTATED);
    }
    if (settings.status() == KeyStatus.DISABLED) {
      return Optional.of(RotationObstacle.DISABLED);
    }
    return settings.period().isOverAt(at) ? Optional.of(RotationObstacle.EXPIRED) : Optional.empty();
  }

  /** The key's state at a moment. */
  public KeyState stateAt(Instant moment) {
    return settings.stateAt(moment);
  }

  /** Whether these settings would extend the life of a key that was replaced, which is never allowed. */
  public boolean wouldOutliveReplacement(KeySettings changed) {
    return replacedBy.isPresent() && settings.period().endsBefore(changed.period());
  }

  /** The key that takes this one's place. */
  public ApiKey succeededBy(PlainKey plain, Seal newSeal, KeySettings successor, Actor by, Instant at) {
    return new ApiKey(
        plain.id(),
        tenant,
        plain.environment(),
        plain.mask(),
        newSeal,
        successor,
        by,
        at,
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** This key once another took its place: it ends at that moment, or at its own expiry if that is earlier. */
  public ApiKey replaced(KeyId successor, Instant end) {
    ApiKey ending = with(settings.with(settings.period().endingBy(end)));
    return new ApiKey(
        id,
        tenant,
        environment,
        masked,
        seal,
        ending.settings,
        createdBy,
        createdAt,
        replaces,
        Optional.of(successor),
        lastUsedAt,
        ending.version);
  }

  /** This key as used at that moment, or later where it was used later. */
  public ApiKey usedAt(Instant at) {
    return new ApiKey(
        id,
        tenant,
        environment,
        masked,
        seal,
        settings,
        createdBy,
        createdAt,
        replaces,
        replacedBy,
        Optional.of(lastUsedAt.filter(at::isBefore).orElse(at)),
        version);
  }

  public ApiKey with(KeySettings changed) {
    return new ApiKey(
        id,
        tenant,
        environment,
        masked,
        seal,
        changed,
        createdBy,
        createdAt,
        replaces,
        replacedBy,
        lastUsedAt,
        version + 1);
  }
}

package dev.latchkey.domain.key;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.key.format.PlainKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An API key as it is stored, without its secret.
 *
 * @param replaces the key that this one replaced by rotation
 * @param replacedBy the key that replaced this one by rotation
 * @param lastUsedAt up to 60 seconds behind; empty if not used yet
 * @param version the number of changes, from 1; a change is stored only if this is still the stored version
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

  /** Creates a new key. */
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

  /** Returns the reason why the key cannot be rotated; empty if it can. */
  public Optional<RotationObstacle> rotationObstacle(Instant at) {
    if (replacedBy.isPresent()) {
      return Optional.of(RotationObstacle.ALREADY_ROTATED);
    }
    if (settings.status() == KeyStatus.DISABLED) {
      return Optional.of(RotationObstacle.DISABLED);
    }
    return settings.period().isOverAt(at) ? Optional.of(RotationObstacle.EXPIRED) : Optional.empty();
  }

  /** Returns the key's state at a moment. */
  public KeyState stateAt(Instant moment) {
    return settings.stateAt(moment);
  }

  /** Whether these settings would extend the life of a replaced key, which is never allowed. */
  public boolean wouldOutliveReplacement(KeySettings changed) {
    return replacedBy.isPresent() && settings.period().endsBefore(changed.period());
  }

  /** Returns the key that replaces this one. */
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

  /** Returns this key after its replacement. It expires at the given end, or at its own expiry if that is earlier. */
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

  /** Returns this key with a last use at that moment, unless it has a later one. */
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

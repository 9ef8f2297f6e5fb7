package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Creates, changes, rotates and deletes keys, each with an audit entry. */
public final class ManageKeys implements ForManagingKeys {

  private final ForStoringKeys keys;
  private final ForMintingKeys mint;
  private final ForSealingKeys seals;
  private final ForMintingIds ids;
  private final ForTellingTime time;
  private final AuditTrail trail;
  private final Delegation delegation;

  public ManageKeys(
      ForStoringKeys keys, ForMintingKeys mint, ForSealingKeys seals, ForMintingIds ids, ForTellingTime time) {
    this.keys = keys;
    this.mint = mint;
    this.seals = seals;
    this.ids = ids;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
    this.delegation = new Delegation(keys);
  }

  @Override
  public Issuing issue(TenantScope scope, Environment environment, KeySettings settings) {
    Instant now = time.now();
    List<Violation> faults = settings.faultsWhenMadeAt(now);
    if (!faults.isEmpty()) {
      return new Issuing.Unsound(faults);
    }
    Set<Dimension> exceeded = delegation.exceeded(scope, environment, now, settings);
    if (!exceeded.isEmpty()) {
      return new Issuing.Escalates(exceeded);
    }
    PlainKey plain = mint(environment);
    ApiKey key = ApiKey.made(plain, seals.seal(plain.secret()), scope.tenant(), settings, scope.actor(), now);
    keys.add(scope, key, entry(scope, AuditAction.KEY_CREATED, key, AuditedFields.created(key), Map.of()));
    return new Issuing.Issued(key, plain);
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    return keys.find(scope, id);
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, PageRequest request) {
    return keys.list(scope, filter, time.now(), request);
  }

  @Override
  public Changing change(TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion) {
    return OptimisticRetry.run(() -> tryToChange(scope, id, change, expectedVersion));
  }

  private Optional<Changing> tryToChange(
      TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion) {
    Optional<ApiKey> current = keys.find(scope, id);
    if (current.isEmpty()) {
      return Optional.of(new Changing.NoSuchKey());
    }
    ApiKey before = current.get();
    if (isAnotherVersion(before, expectedVersion)) {
      return Optional.of(new Changing.VersionConflict());
    }
    ApiKey after = before.with(change.of(before.settings()));
    if (after.settings().equals(before.settings())) {
      return Optional.of(new Changing.Changed(before));
    }
    List<Violation> faults = after.settings().faultsAfter(before.settings());
    if (!faults.isEmpty()) {
      return Optional.of(new Changing.Unsound(faults));
    }
    if (before.wouldOutliveReplacement(after.settings())) {
      return Optional.of(new Changing.Replaced());
    }
    Set<Dimension> exceeded = exceeded(scope, before, after);
    if (!exceeded.isEmpty()) {
      return Optional.of(new Changing.Escalates(exceeded));
    }
    FieldChanges changes = AuditedFields.changed(before, after);
    Map<String, String> details = Map.of("changed", changes.names());
    return switch (keys.replace(scope, after, entry(scope, action(before, after), after, changes, details))) {
      case DONE -> Optional.of(new Changing.Changed(after));
      // A concurrent change was first. Read the key again.
      case STALE -> Optional.empty();
    };
  }

  @Override
  public Rotating rotate(TenantScope scope, KeyId id, Rotation rotation, OptionalLong expectedVersion) {
    return OptimisticRetry.run(() -> tryToRotate(scope, id, rotation, expectedVersion));
  }

  private Optional<Rotating> tryToRotate(
      TenantScope scope, KeyId id, Rotation rotation, OptionalLong expectedVersion) {
    Optional<ApiKey> current = keys.find(scope, id);
    if (current.isEmpty()) {
      return Optional.of(new Rotating.NoSuchKey());
    }
    ApiKey before = current.get();
    if (isAnotherVersion(before, expectedVersion)) {
      return Optional.of(new Rotating.VersionConflict());
    }
    Instant now = time.now();
    Optional<RotationObstacle> obstacle = before.rotationObstacle(now);
    if (obstacle.isPresent()) {
      return Optional.of(new Rotating.Impossible(obstacle.get()));
    }
    KeySettings succeeding = before.settings().succeededAt(now, rotation);
    List<Violation> faults = succeeding.faultsWhenMadeAt(now);
    if (!faults.isEmpty()) {
      return Optional.of(new Rotating.Unsound(faults));
    }
    Set<Dimension> exceeded = delegation.exceeded(scope, before.environment(), now, before.settings(), succeeding);
    if (!exceeded.isEmpty()) {
      return Optional.of(new Rotating.Escalates(exceeded));
    }
    PlainKey plain = mint(before.environment());
    ApiKey successor = before.succeededBy(plain, seals.seal(plain.secret()), succeeding, scope.actor(), now);
    ApiKey ended = before.replaced(successor.id(), now.plus(rotation.overlap()));
    return switch (keys.rotate(scope, ended, successor, entries(scope, before, ended, successor, rotation))) {
      case DONE -> Optional.of(new Rotating.Rotated(successor, plain));
      // A concurrent change or rotation was first. Read the key again.
      case STALE -> Optional.empty();
    };
  }

  @Override
  public Deleting delete(TenantScope scope, KeyId id, OptionalLong expectedVersion) {
    return OptimisticRetry.run(() -> tryToDelete(scope, id, expectedVersion));
  }

  private Optional<Deleting> tryToDelete(TenantScope scope, KeyId id, OptionalLong expectedVersion) {
    Optional<ApiKey> current = keys.find(scope, id);
    if (current.isEmpty()) {
      return Optional.of(new Deleting.NoSuchKey());
    }
    ApiKey key = current.get();
    if (isAnotherVersion(key, expectedVersion)) {
      return Optional.of(new Deleting.VersionConflict());
    }
    Set<Dimension> exceeded = delegation.exceeded(scope, key.environment(), time.now(), key.settings());
    if (!exceeded.isEmpty()) {
      return Optional.of(new Deleting.Escalates(exceeded));
    }
    AuditEntry entry = entry(scope, AuditAction.KEY_DELETED, key, FieldChanges.NONE, Map.of());
    return switch (keys.remove(scope, key, entry)) {
      case DONE -> Optional.of(new Deleting.Deleted(key));
      // A concurrent change or deletion was first. Read the key again.
      case STALE -> Optional.empty();
    };
  }

  private static boolean isAnotherVersion(ApiKey current, OptionalLong expectedVersion) {
    return expectedVersion.isPresent() && expectedVersion.getAsLong() != current.version();
  }

  private PlainKey mint(Environment environment) {
    return new PlainKey(environment, new KeyId(ids.next()), mint.secret());
  }

  /**
   * Checks the key before the change too. Otherwise a stronger key could be narrowed first, and then rotated or
   * deleted.
   */
  private Set<Dimension> exceeded(TenantScope scope, ApiKey before, ApiKey after) {
    boolean onlyDisables = after.settings().equals(before.settings().disabled());
    return onlyDisables
        ? Set.of()
        : delegation.exceeded(scope, before.environment(), time.now(), before.settings(), after.settings());
  }

  /** Creates the entries of a rotation. The successor has one, so that the trail has its rights under its own id too. */
  private List<AuditEntry> entries(
      TenantScope scope, ApiKey before, ApiKey ended, ApiKey successor, Rotation rotation) {
    AuditEntry created = entry(scope, AuditAction.KEY_CREATED, successor, AuditedFields.created(successor), Map.of());
    Map<String, String> details = Map.of(
        "replaced_by", successor.masked().value(),
        "overlap_seconds", Long.toString(rotation.overlap().toSeconds()));
    FieldChanges changes = AuditedFields.changed(before, ended);
    return List.of(created, entry(scope, AuditAction.KEY_ROTATED, ended, changes, details));
  }

  private AuditEntry entry(
      TenantScope scope, AuditAction action, ApiKey key, FieldChanges changes, Map<String, String> more) {
    Map<String, String> details = new HashMap<>(more);
    details.put("name", key.settings().name().value());
    details.put("masked_key", key.masked().value());
    return trail.entry(scope, action, key.id(), changes, details);
  }

  private static AuditAction action(ApiKey before, ApiKey after) {
    if (before.settings().status() == after.settings().status()) {
      return AuditAction.KEY_CHANGED;
    }
    return switch (after.settings().status()) {
      case ACTIVE -> AuditAction.KEY_ENABLED;
      case DISABLED -> AuditAction.KEY_DISABLED;
    };
  }
}

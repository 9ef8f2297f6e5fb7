package dev.latchkey.application.usecase;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.RotationObstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Keys come, change and go, each time with an audit entry. */
public final class ManageKeys implements ForManagingKeys {

  private final ForStoringKeys keys;
  private final ForMintingKeys mint;
  private final ForSealingKeys seals;
  private final ForMintingIds ids;
  private final ForTellingTime time;
  private final AuditTrail trail;

  public ManageKeys(
      ForStoringKeys keys, ForMintingKeys mint, ForSealingKeys seals, ForMintingIds ids, ForTellingTime time) {
    this.keys = keys;
    this.mint = mint;
    this.seals = seals;
    this.ids = ids;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
  }

  @Override
  public Issuing issue(TenantScope scope, Environment environment, KeySettings settings) {
    if (!settings.faults().isEmpty()) {
      return new Issuing.Unsound(settings.faults());
    }
    if (exceeds(scope, settings)) {
      return new Issuing.Escalates();
    }
    PlainKey plain = mint(environment);
    ApiKey key = ApiKey.made(plain, seals.seal(plain.secret()), scope.tenant(), settings, scope.actor(), time.now());
    keys.add(scope, key, entry(scope, AuditAction.KEY_CREATED, key, AuditedFields.created(key), Map.of()));
    return new Issuing.Issued(key, plain);
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    return keys.find(scope, id);
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, PageRequest request) {
    return keys.list(scope, filter, request);
  }

  @Override
  public Changing change(TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion) {
    for (int attempt = 1; attempt <= StoreUnavailable.ATTEMPTS; attempt++) {
      Optional<ApiKey> current = keys.find(scope, id);
      if (current.isEmpty()) {
        return new Changing.NoSuchKey();
      }
      ApiKey before = current.get();
      if (expectedVersion.isPresent() && expectedVersion.getAsLong() != before.version()) {
        return new Changing.VersionConflict();
      }
      ApiKey after = before.with(change.of(before.settings()));
      if (!after.settings().faults().isEmpty()) {
        return new Changing.Unsound(after.settings().faults());
      }
      if (before.settings().mayGiveMore(after.settings()) && exceeds(scope, after.settings())) {
        return new Changing.Escalates();
      }
      FieldChanges changes = AuditedFields.changed(before, after);
      Map<String, String> details = Map.of("changed", changes.names());
      switch (keys.replace(scope, after, entry(scope, action(before, after), after, changes, details))) {
        case DONE -> {
          return new Changing.Changed(after);
        }
        case STALE -> {
          // Somebody else changed it meanwhile: look again at what they left.
        }
      }
    }
    throw StoreUnavailable.contended();
  }

  @Override
  public Rotating rotate(TenantScope scope, KeyId id, Duration overlap) {
    for (int attempt = 1; attempt <= StoreUnavailable.ATTEMPTS; attempt++) {
      Optional<ApiKey> current = keys.find(scope, id);
      if (current.isEmpty()) {
        return new Rotating.NoSuchKey();
      }
      ApiKey before = current.get();
      Instant now = time.now();
      Optional<RotationObstacle> obstacle = before.rotationObstacle(now);
      if (obstacle.isPresent()) {
        return new Rotating.Impossible(obstacle.get());
      }
      if (exceeds(scope, before.settings())) {
        return new Rotating.Escalates();
      }
      PlainKey plain = mint(before.environment());
      ApiKey successor = before.succeededBy(plain, seals.seal(plain.secret()), scope.actor(), now);
      ApiKey ended = before.replaced(successor.id(), now.plus(overlap));
      Map<String, String> details = Map.of("replaced_by", successor.masked().value(), "overlap_seconds",
          Long.toString(overlap.toSeconds()));
      FieldChanges changes = AuditedFields.changed(before, ended);
      switch (keys.rotate(scope, ended, successor, entry(scope, AuditAction.KEY_ROTATED, ended, changes, details))) {
        case DONE -> {
          return new Rotating.Rotated(successor, plain);
        }
        case STALE -> {
          // Somebody else changed or rotated it meanwhile: look again at what they left.
        }
      }
    }
    throw StoreUnavailable.contended();
  }

  @Override
  public Optional<ApiKey> delete(TenantScope scope, KeyId id) {
    for (int attempt = 1; attempt <= StoreUnavailable.ATTEMPTS; attempt++) {
      Optional<ApiKey> current = keys.find(scope, id);
      if (current.isEmpty()) {
        return Optional.empty();
      }
      AuditEntry entry = entry(scope, AuditAction.KEY_DELETED, current.get(), FieldChanges.NONE, Map.of());
      switch (keys.remove(scope, current.get(), entry)) {
        case DONE -> {
          return current;
        }
        case STALE -> {
          // It was changed or deleted meanwhile: look again.
        }
      }
    }
    throw StoreUnavailable.contended();
  }

  private PlainKey mint(Environment environment) {
    return new PlainKey(environment, new KeyId(ids.next()), mint.secret());
  }

  private static boolean exceeds(TenantScope scope, KeySettings settings) {
    return scope.ceiling().isPresent() && !scope.ceiling().get().covers(settings.grant());
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

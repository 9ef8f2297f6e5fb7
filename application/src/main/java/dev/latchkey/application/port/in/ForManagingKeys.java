package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Manages a tenant's keys. If the actor is a key, every key that it creates, changes, rotates or deletes has to stay
 * within its own limits ({@link DelegationLimits}); members and the operator have none. Every method throws
 * {@link StoreUnavailable} if the store cannot be reached, and changes also after too many conflicts.
 */
public interface ForManagingKeys {

  /** The result of creating a key. */
  sealed interface Issuing {

    /**
     * A new key.
     *
     * @param plain the key itself, which is available only here
     */
    record Issued(ApiKey key, PlainKey plain) implements Issuing {}

    /** The key would exceed the acting key's own limits in these dimensions. Nothing was stored. */
    record Escalates(Set<Dimension> exceeded) implements Issuing {

      public Escalates {
        exceeded = Collections.unmodifiableSet(new LinkedHashSet<>(exceeded));
      }
    }

    /** The settings are inconsistent, or the key would have expired already. Nothing was stored. */
    record Unsound(List<Violation> faults) implements Issuing {

      public Unsound {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The result of changing a key. */
  sealed interface Changing {

    /** The key after the change; the same version as before if the change has no effect. */
    record Changed(ApiKey key) implements Changing {}

    record NoSuchKey() implements Changing {}

    /** The key has another version than the expected one because of a concurrent change. Nothing was changed. */
    record VersionConflict() implements Changing {}

    /** The key was replaced, and its expiry may only be brought forward. Nothing was changed. */
    record Replaced() implements Changing {}

    /** The key exceeds or would exceed the acting key's own limits in these dimensions. Nothing was changed. */
    record Escalates(Set<Dimension> exceeded) implements Changing {

      public Escalates {
        exceeded = Collections.unmodifiableSet(new LinkedHashSet<>(exceeded));
      }
    }

    /** The changed settings would be inconsistent. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Changing {

      public Unsound {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The result of rotating a key. */
  sealed interface Rotating {

    /**
     * The new key, with the same settings: it keeps a start in the future. The old key ends after the overlap, or at
     * its own expiry if that is earlier.
     */
    record Rotated(ApiKey key, PlainKey plain) implements Rotating {}

    record NoSuchKey() implements Rotating {}

    /** The key has another version than the expected one because of a concurrent change. Nothing was changed. */
    record VersionConflict() implements Rotating {}

    /** The state of the key does not allow rotation. Nothing was changed. */
    record Impossible(RotationObstacle obstacle) implements Rotating {}

    /** The old or the new key exceeds the acting key's own limits in these dimensions. Nothing was changed. */
    record Escalates(Set<Dimension> exceeded) implements Rotating {

      public Escalates {
        exceeded = Collections.unmodifiableSet(new LinkedHashSet<>(exceeded));
      }
    }

    /** The new key would have expired already, or would expire before its start. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Rotating {

      public Unsound {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The result of deleting a key. */
  sealed interface Deleting {

    /** The key before its deletion. */
    record Deleted(ApiKey key) implements Deleting {}

    record NoSuchKey() implements Deleting {}

    /** The key has another version than the expected one because of a concurrent change. Nothing was deleted. */
    record VersionConflict() implements Deleting {}

    /** The key exceeds the acting key's own limits in these dimensions. Nothing was deleted. */
    record Escalates(Set<Dimension> exceeded) implements Deleting {

      public Escalates {
        exceeded = Collections.unmodifiableSet(new LinkedHashSet<>(exceeded));
      }
    }
  }

  /** Creates a key. It works on every node once this returns. */
  Issuing issue(TenantScope scope, Environment environment, KeySettings settings);

  /** Returns the key; empty if the tenant has none with that id. */
  Optional<ApiKey> find(TenantView scope, KeyId id);

  /** Returns the tenant's keys that match the filter, newest first. */
  Page<ApiKey> list(TenantView scope, KeyFilter filter, PageRequest request);

  /**
   * Changes a key. The change is effective on this node before this returns. A change without effect leaves no audit
   * entry. Disabling is not subject to delegation limits.
   *
   * @param expectedVersion the version that the change is based on; empty for any version
   */
  Changing change(TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion);

  /**
   * Creates a key that replaces another one. Of two concurrent rotations, one succeeds.
   *
   * @param expectedVersion the version of the replaced key that the rotation is based on; empty for any version
   */
  Rotating rotate(TenantScope scope, KeyId id, Rotation rotation, OptionalLong expectedVersion);

  /**
   * Deletes a key permanently; the audit trail keeps its name and mask.
   *
   * @param expectedVersion the version that the deletion is based on; empty for any version
   */
  Deleting delete(TenantScope scope, KeyId id, OptionalLong expectedVersion);
}

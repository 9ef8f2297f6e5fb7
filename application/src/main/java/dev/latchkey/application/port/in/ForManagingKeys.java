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
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.RotationObstacle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A tenant's keys. Where a key acts, every key that it makes, changes, rotates or deletes has to stay within its own
 * limits ({@link DelegationLimits}); members and the operator have none. Every method throws {@link StoreUnavailable} where the store cannot be reached, and a change also where
 * others keep being first.
 */
public interface ForManagingKeys {

  /** How making a key ended. */
  sealed interface Issuing {

    /**
     * A key that was just made.
     *
     * @param plain the key itself: there is no other moment at which it can be had
     */
    record Issued(ApiKey key, PlainKey plain) implements Issuing {}

    /** The key would exceed the acting key's own limits in these dimensions. Nothing was stored. */
    record Escalates(Set<Dimension> exceeded) implements Issuing {}

    /** The settings do not fit together, or the key would have ended already. Nothing was stored. */
    record Unsound(List<Violation> faults) implements Issuing {}
  }

  /** How changing a key ended. */
  sealed interface Changing {

    /** The key after the change; the same version as before where everything already was as wanted. */
    record Changed(ApiKey key) implements Changing {}

    record NoSuchKey() implements Changing {}

    /** It has another version than the expected one: somebody else was first. Nothing was changed. */
    record VersionConflict() implements Changing {}

    /** The key was replaced, and its expiry may only be brought forward. Nothing was changed. */
    record Replaced() implements Changing {}

    /** The key exceeds or would exceed the acting key's own limits in these dimensions. Nothing was changed. */
    record Escalates(Set<Dimension> exceeded) implements Changing {}

    /** The settings would not fit together. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Changing {}
  }

  /** How rotating a key ended. */
  sealed interface Rotating {

    /**
     * The new key, with the same settings: it keeps a start that lies ahead. The old one ends after the overlap, or at its
     * own expiry if that is earlier.
     */
    record Rotated(ApiKey key, PlainKey plain) implements Rotating {}

    record NoSuchKey() implements Rotating {}

    /** The key is in no state to be rotated. Nothing was changed. */
    record Impossible(RotationObstacle obstacle) implements Rotating {}

    /** The old or the new key exceeds the acting key's own limits in these dimensions. Nothing was changed. */
    record Escalates(Set<Dimension> exceeded) implements Rotating {}

    /** The new key would have ended already, or would end before it begins. Nothing was changed. */
    record Unsound(List<Violation> faults) implements Rotating {}
  }

  /** How deleting a key ended. */
  sealed interface Deleting {

    /** The key as it was. */
    record Deleted(ApiKey key) implements Deleting {}

    record NoSuchKey() implements Deleting {}

    /** The key exceeds the acting key's own limits in these dimensions. Nothing was deleted. */
    record Escalates(Set<Dimension> exceeded) implements Deleting {}
  }

  /** Makes a key. It works on every node once this returns. */
  Issuing issue(TenantScope scope, Environment environment, KeySettings settings);

  /** The key; empty where the tenant has none of that id. */
  Optional<ApiKey> find(TenantView scope, KeyId id);

  /** The tenant's keys that pass the filter, newest first. */
  Page<ApiKey> list(TenantView scope, KeyFilter filter, PageRequest request);

  /**
   * Changes a key. In force on this node before this returns. A change that changes nothing leaves no trace. Disabling is
   * subject to no limits.
   *
   * @param expectedVersion the version that the change was thought of for; empty: whichever there is
   */
  Changing change(TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion);

  /** Makes a key that takes the place of another one. Of two at once, one does. */
  Rotating rotate(TenantScope scope, KeyId id, Rotation rotation);

  /** Deletes a key for good; the audit trail keeps its name and mask. */
  Deleting delete(TenantScope scope, KeyId id);
}

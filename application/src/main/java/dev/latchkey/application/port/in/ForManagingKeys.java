package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Fault;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.RotationObstacle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A tenant's keys. Every method throws {@link StoreUnavailable} where the store cannot be reached, and a change also where
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

    /** It would grant what whoever asks does not have. Nothing was stored. */
    record Escalates() implements Issuing {}

    /** The settings do not fit together. Nothing was stored. */
    record Unsound(List<Fault> faults) implements Issuing {}
  }

  /** How changing a key ended. */
  sealed interface Changing {

    /** The key after the change. */
    record Changed(ApiKey key) implements Changing {}

    record NoSuchKey() implements Changing {}

    /** It has another version than the expected one: somebody else was first. Nothing was changed. */
    record VersionConflict() implements Changing {}

    /** It would grant what whoever asks does not have. Nothing was changed. */
    record Escalates() implements Changing {}

    /** The settings would not fit together. Nothing was changed. */
    record Unsound(List<Fault> faults) implements Changing {}
  }

  /** How rotating a key ended. */
  sealed interface Rotating {

    /** The new key, with the same settings. The old one ends after the overlap, or at its own expiry if that is earlier. */
    record Rotated(ApiKey key, PlainKey plain) implements Rotating {}

    record NoSuchKey() implements Rotating {}

    /** The key is in no state to be rotated. Nothing was changed. */
    record Impossible(RotationObstacle obstacle) implements Rotating {}

    /** The new key would grant what whoever asks does not have. Nothing was changed. */
    record Escalates() implements Rotating {}
  }

  /** Makes a key. It works on every node once this returns. */
  Issuing issue(TenantScope scope, Environment environment, KeySettings settings);

  /** The key; empty where the tenant has none of that id. */
  Optional<ApiKey> find(TenantView scope, KeyId id);

  /** The tenant's keys that pass the filter, newest first. */
  Page<ApiKey> list(TenantView scope, KeyFilter filter, PageRequest request);

  /**
   * Changes a key. In force on this node before this returns.
   *
   * @param expectedVersion the version that the change was thought of for; empty: whichever there is
   */
  Changing change(TenantScope scope, KeyId id, KeyChange change, OptionalLong expectedVersion);

  /**
   * Makes a key that takes the place of another one. Of two at once, one does.
   *
   * @param overlap how long the old one goes on being valid, 0 to 30 days
   */
  Rotating rotate(TenantScope scope, KeyId id, Duration overlap);

  /**
   * Deletes a key for good; the audit trail keeps its name and mask.
   *
   * @return the key that was deleted; empty where the tenant has none of that id
   */
  Optional<ApiKey> delete(TenantScope scope, KeyId id);
}

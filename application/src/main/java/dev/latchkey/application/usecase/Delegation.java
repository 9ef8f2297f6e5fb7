package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.Environment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Compares keys with the limits of the acting key. Members and the operator have no limits. */
record Delegation(ForStoringKeys keys) {

  /**
   * Returns the dimensions in which a key exceeds the acting key's limits.
   *
   * <p>Reads the limits again: a request is admitted when its head arrives, and its body may arrive much later. A key
   * that was disabled, replaced or narrowed meanwhile must not use its earlier limits.
   *
   * @param settings the settings that the key had, has or would have
   * @return empty if the key stays within all limits
   */
  Set<Dimension> exceeded(TenantScope scope, Environment environment, Instant at, KeySettings... settings) {
    return switch (scope.actor()) {
      case Actor.Operator() -> Set.of();
      case Actor.Staff _ -> Set.of();
      case Actor.Holder(KeyId id) -> {
        Optional<ApiKey> acting = keys.find(scope, id);
        yield acting.isPresent()
            ? exceeded(acting.get(), environment, at, settings)
            : Set.of(Dimension.VALIDITY_PERIOD);
      }
    };
  }

  private static Set<Dimension> exceeded(
      ApiKey acting, Environment environment, Instant at, KeySettings... settings) {
    if (acting.stateAt(at) != KeyState.IN_FORCE) {
      return Set.of(Dimension.VALIDITY_PERIOD);
    }
    if (!acting.settings().grant().allows(Permission.API_KEYS_WRITE)) {
      return Set.of(Dimension.PERMISSIONS);
    }
    DelegationLimits limits = DelegationLimits.of(acting);
    Set<Dimension> exceeded = EnumSet.noneOf(Dimension.class);
    for (KeySettings judged : settings) {
      exceeded.addAll(limits.exceededBy(environment, judged, at));
    }
    return exceeded;
  }
}

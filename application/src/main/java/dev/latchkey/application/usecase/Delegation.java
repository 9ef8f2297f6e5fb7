package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Compares keys with the limits of the key that acts. Members and the operator have no limits. */
record Delegation(ForStoringKeys keys) {

  /**
   * Lists the dimensions in which a key exceeds the acting key's limits.
   *
   * <p>The limits are read anew: a request is admitted by its head, and its body may arrive much later. A key that was
   * disabled, replaced or narrowed meanwhile must not have the limits that it had then.
   *
   * @param settings what the key was, is or would become
   * @return empty where it stays within all of them
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

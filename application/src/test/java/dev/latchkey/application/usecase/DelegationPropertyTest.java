package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.format.PlainKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * No key is ever wider than its maker: sequences of random calls by random keys on the real use cases, each judged by
 * {@link NaiveDelegation}.
 */
class DelegationPropertyTest {

  /** What the API's callers hold: a shop, its keys, and what each of their requests was admitted with last. */
  private static final class World {

    final Shop shop = new Shop();
    final List<PlainKey> plains = new ArrayList<>();
    final Map<KeyId, TenantScope> admitted = new HashMap<>();

    ApiKey stored(KeyId id) {
      return find(id).orElseThrow();
    }

    Optional<ApiKey> find(KeyId id) {
      return shop.keys.find(shop.scope(), id);
    }

    /** Admits a request, or goes on with one that was admitted earlier and whose body arrives only now. */
    Optional<TenantScope> admit(PlainKey key, boolean late) {
      if (late && admitted.containsKey(key.id())) {
        return Optional.of(admitted.get(key.id()));
      }
      if (shop.use(key) instanceof Caller caller
          && caller.enter(Permission.API_KEYS_WRITE) instanceof TenantScope scope) {
        admitted.put(key.id(), scope);
        return Optional.of(scope);
      }
      return Optional.empty();
    }
  }

  /** How a call ended: which dimensions it was refused for, or none. */
  private record End(boolean done, Set<String> refused) {}

  @Property(tries = 300)
  void noKeyIsEverWiderThanItsMaker(
      @ForAll("settings") List<DelegationCalls.Made> first, @ForAll("calls") List<DelegationCalls.Call> calls) {
    World world = new World();
    for (DelegationCalls.Made made : first) {
      if (world.shop.keys.issue(world.shop.scope(), made.environment(), made.settings()) instanceof Issuing.Issued i) {
        world.plains.add(i.plain());
      }
    }
    for (DelegationCalls.Call call : calls) {
      world.shop.clock.advance(call.pause());
      if (!world.plains.isEmpty()) {
        carryOut(world, call);
      }
    }
  }

  @Property(tries = 100)
  void noSequenceOfCallsOfAKeyMakesOneThatIsWiderThanTheFirst(
      @ForAll("made") DelegationCalls.Made first, @ForAll("calls") List<DelegationCalls.Call> calls) {
    World world = new World();
    if (!(world.shop.keys.issue(world.shop.scope(), first.environment(),
        first.settings()) instanceof Issuing.Issued(ApiKey root, PlainKey plain))) {
      return;
    }
    world.plains.add(plain);
    for (DelegationCalls.Call call : calls) {
      world.shop.clock.advance(call.pause());
      if (!world.plains.isEmpty() && !call.byOperator()) {
        carryOut(world, call);
      }
      Instant now = world.shop.clock.now();
      for (PlainKey each : world.plains) {
        world.find(each.id()).ifPresent(
            key -> assertThat(NaiveDelegation.wider(root, key.environment(), key.settings(), now)).isEmpty());
      }
    }
  }

  private static void carryOut(World world, DelegationCalls.Call call) {
    PlainKey actor = world.plains.get(call.actor() % world.plains.size());
    PlainKey target = world.plains.get(call.target() % world.plains.size());
    Optional<ApiKey> before = world.find(target.id());
    Optional<ApiKey> acting = world.find(actor.id());
    Optional<TenantScope> scope = call.byOperator()
        ? Optional.of(world.shop.scope())
        : world.admit(actor, call.late());
    if (scope.isEmpty() || before.isEmpty()) {
      return;
    }
    List<KeySettings> judged = new ArrayList<>();
    End end = switch (call.deed()) {
      case CREATE -> created(world, scope.get(), call, judged);
      case CHANGE -> changed(world, scope.get(), call, before.get(), judged);
      case ROTATE -> rotated(world, scope.get(), call, before.get(), judged);
      case DELETE -> deleted(world, scope.get(), before.get(), judged);
    };
    assertReplacedKeysEndNoLater(world, before.get());
    boolean creates = call.deed() == DelegationCalls.Deed.CREATE;
    if (call.byOperator()) {
      assertThat(end.refused()).isEmpty();
    } else {
      assertRight(
          world, acting, creates ? call.made() : new DelegationCalls.Made(before.get().environment(), call.settings()),
          judged, end);
    }
  }

  /** Everything that was done stays within the acting key's limits, and what stays within them was not refused. */
  private static void assertRight(
      World world, Optional<ApiKey> acting, DelegationCalls.Made made, List<KeySettings> judged, End end) {
    Instant now = world.shop.clock.now();
    boolean mayAct = acting.isPresent() && NaiveDelegation.isInForce(acting.get(), now)
        && NaiveDelegation.permissions(acting.get().settings()).contains("API_KEYS_WRITE");
    if (!mayAct) {
      assertThat(end.done() && !judged.isEmpty()).as("done by a key that may not act").isFalse();
      return;
    }
    Set<String> wider = new TreeSet<>();
    judged.forEach(
        settings -> wider.addAll(NaiveDelegation.wider(acting.get(), made.environment(), settings, now)));
    if (end.done()) {
      assertThat(wider).isEmpty();
    }
    if (!end.refused().isEmpty()) {
      assertThat(end.refused()).isEqualTo(wider);
    }
  }

  private static End created(World world, TenantScope scope, DelegationCalls.Call call, List<KeySettings> judged) {
    judged.add(call.settings());
    return switch (world.shop.keys.issue(scope, call.made().environment(), call.settings())) {
      case Issuing.Issued(ApiKey key, PlainKey plain) -> {
        world.plains.add(plain);
        assertThat(key.settings()).isEqualTo(call.settings());
        yield new End(true, Set.of());
      }
      case Issuing.Escalates(Set<Dimension> exceeded) -> new End(false, words(exceeded));
      case Issuing.Unsound _ -> new End(false, Set.of());
    };
  }

  private static End changed(
      World world, TenantScope scope, DelegationCalls.Call call, ApiKey before, List<KeySettings> judged) {
    KeySettings wanted = call.change().of(before.settings());
    boolean disables = wanted.status() == KeyStatus.DISABLED
        && wanted.name().equals(before.settings().name())
        && wanted.grant().equals(before.settings().grant())
        && wanted.allowedAddresses().equals(before.settings().allowedAddresses())
        && wanted.rateLimit().equals(before.settings().rateLimit())
        && wanted.period().equals(before.settings().period());
    if (!disables && !wanted.equals(before.settings())) {
      judged.add(before.settings());
      judged.add(wanted);
    }
    return switch (world.shop.keys.change(scope, before.id(), call.change(), OptionalLong.empty())) {
      case Changing.Changed(ApiKey key) -> {
        assertThat(key.settings()).isEqualTo(wanted);
        assertThat(world.stored(before.id()).settings()).isEqualTo(wanted);
        yield new End(true, Set.of());
      }
      case Changing.Escalates(Set<Dimension> exceeded) -> {
        assertThat(judged).as("refused though it only disables").isNotEmpty();
        yield new End(false, words(exceeded));
      }
      case Changing.Unsound _,Changing.Replaced _ -> new End(false, Set.of());
      case Changing.NoSuchKey _,Changing.VersionConflict _ -> throw new AssertionError(before);
    };
  }

  private static End rotated(
      World world, TenantScope scope, DelegationCalls.Call call, ApiKey before, List<KeySettings> judged) {
    judged.add(before.settings());
    return switch (world.shop.keys.rotate(scope, before.id(), call.rotation(), OptionalLong.empty())) {
      case Rotating.Rotated(ApiKey key, PlainKey plain) -> {
        world.plains.add(plain);
        judged.add(key.settings());
        yield new End(true, Set.of());
      }
      case Rotating.Escalates(Set<Dimension> exceeded) -> {
        judged.add(before.settings().succeededAt(world.shop.clock.now(), call.rotation()));
        yield new End(false, words(exceeded));
      }
      case Rotating.Impossible _,Rotating.Unsound _ -> new End(false, Set.of());
      case Rotating.NoSuchKey _,Rotating.VersionConflict _ -> throw new AssertionError(before);
    };
  }

  private static End deleted(World world, TenantScope scope, ApiKey before, List<KeySettings> judged) {
    judged.add(before.settings());
    return switch (world.shop.keys.delete(scope, before.id(), OptionalLong.empty())) {
      case Deleting.Deleted _ -> new End(true, Set.of());
      case Deleting.Escalates(Set<Dimension> exceeded) -> new End(false, words(exceeded));
      case Deleting.NoSuchKey _,Deleting.VersionConflict _ -> throw new AssertionError(before);
    };
  }

  /** "It may only be shortened", by any caller. */
  private static void assertReplacedKeysEndNoLater(World world, ApiKey before) {
    if (before.replacedBy().isPresent()) {
      world.find(before.id()).ifPresent(
          after -> assertThat(after.settings().period().expiresAt().orElseThrow())
              .isBeforeOrEqualTo(before.settings().period().expiresAt().orElseThrow()));
    }
  }

  private static Set<String> words(Set<Dimension> exceeded) {
    assertThat(exceeded).isNotEmpty();
    return exceeded.stream().map(Dimension::words).collect(Collectors.toSet());
  }

  @Provide
  Arbitrary<DelegationCalls.Made> made() {
    return DelegationCalls.made();
  }

  @Provide
  Arbitrary<List<DelegationCalls.Made>> settings() {
    return DelegationCalls.made().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<DelegationCalls.Call>> calls() {
    return DelegationCalls.calls().list().ofMinSize(5).ofMaxSize(40);
  }
}

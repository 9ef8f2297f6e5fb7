package dev.latchkey.application.usecase;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random keys and calls, over so few permissions, campaigns, addresses and moments that they often meet. */
final class DelegationCalls {

  /** What is done. */
  enum Deed {
    CREATE,
    CHANGE,
    ROTATE,
    DELETE
  }

  /** A key to be made. */
  record Made(Environment environment, KeySettings settings) {}

  /** Who calls, and whether the request was admitted long before its body arrived. */
  record Calling(int actor, boolean byOperator, boolean late, Duration pause) {}

  /** One call. */
  record Call(Calling by, Deed deed, int target, Made made, KeyChange change, Rotation rotation) {

    int actor() {
      return by.actor();
    }

    boolean byOperator() {
      return by.byOperator();
    }

    boolean late() {
      return by.late();
    }

    Duration pause() {
      return by.pause();
    }

    KeySettings settings() {
      return made.settings();
    }
  }

  private DelegationCalls() {}

  static Arbitrary<Call> calls() {
    Arbitrary<Calling> callers = Combinators
        .combine(
            Arbitraries.integers().between(0, 99),
            Arbitraries.frequency(Tuple.of(1, true), Tuple.of(7, false)),
            Arbitraries.frequency(Tuple.of(1, true), Tuple.of(3, false)),
            Arbitraries.frequency(Tuple.of(3, Duration.ZERO), Tuple.of(1, Duration.ofMinutes(20))))
        .as(Calling::new);
    Arbitrary<Deed> deeds = Arbitraries.frequency(
        Tuple.of(4, Deed.CREATE), Tuple.of(6, Deed.CHANGE), Tuple.of(3, Deed.ROTATE), Tuple.of(1, Deed.DELETE));
    return Combinators
        .combine(callers, deeds, Arbitraries.integers().between(0, 99), made(), changes(), rotations())
        .as(Call::new);
  }

  static Arbitrary<Made> made() {
    return Combinators.combine(Arbitraries.of(Environment.class), settings()).as(Made::new);
  }

  private static Arbitrary<KeySettings> settings() {
    return Combinators
        .combine(Arbitraries.just(new Name("Key")), grants(), addresses(), limits(), moments(), moments())
        .as((name, grant, addresses, limit, start, end) -> new KeySettings(
            name, KeyStatus.ACTIVE, grant, addresses, limit, new Period(start, end)));
  }

  private static Arbitrary<Grant> grants() {
    return Combinators.combine(permissions(), access()).as(Grant::new);
  }

  private static Arbitrary<Set<Permission>> permissions() {
    Arbitrary<Set<Permission>> managing = Arbitraries
        .of(Permission.LEADS_READ, Permission.LEADS_WRITE)
        .set()
        .map(others -> {
          Set<Permission> all = EnumSet.of(Permission.API_KEYS_WRITE);
          all.addAll(others);
          return all;
        });
    return Arbitraries.frequencyOf(
        Tuple.of(5, managing), Tuple.of(1, Arbitraries.of(Permission.class).set().ofMaxSize(3)));
  }

  private static Arbitrary<CampaignAccess> access() {
    Arbitrary<CampaignSelector> selectors = Arbitraries.oneOf(
        Arbitraries.just(new CampaignSelector.All()),
        Arbitraries.longs().between(1, NaiveDelegation.CAMPAIGNS).map(CampaignId::new).set().ofMinSize(1).ofMaxSize(2)
            .map(CampaignSelector.Named::new),
        Arbitraries.of(CampaignType.class).map(CampaignSelector.OfType::new));
    Arbitrary<CampaignAccess> some = Combinators
        .combine(
            Arbitraries.frequency(Tuple.of(4, Effect.ALLOW), Tuple.of(1, Effect.DENY)),
            Arbitraries.of(Action.class).set().ofMinSize(1),
            selectors)
        .as(CampaignRule::new)
        .list()
        .ofMaxSize(5)
        .map(CampaignAccess::new);
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(CampaignAccess.EVERYWHERE)), Tuple.of(2, some));
  }

  private static Arbitrary<List<AddressRange>> addresses() {
    Arbitrary<AddressRange> ranges = Combinators
        .combine(
            Arbitraries.integers().between(0, NaiveDelegation.ADDRESSES - 1), Arbitraries.integers().between(28, 32))
        .as((first, length) -> AddressRange.of("10.0.0." + first + "/" + length).orElseThrow());
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(List.of())), Tuple.of(3, ranges.list().ofMinSize(1).ofMaxSize(4)));
  }

  private static Arbitrary<Optional<RateLimit>> limits() {
    return Combinators
        .combine(Arbitraries.of(1, 2, 10, 20), Arbitraries.of(1, 2, 60, 120))
        .as((requests, seconds) -> new RateLimit(requests, Duration.ofSeconds(seconds)))
        .optional(0.6);
  }

  private static Arbitrary<Optional<Instant>> moments() {
    return Arbitraries.integers().between(-1, 6).map(n -> Shop.OPENING.plus(Duration.ofMinutes(15L * n))).optional(0.4);
  }

  private static Arbitrary<Rotation> rotations() {
    return Combinators
        .combine(Arbitraries.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofDays(30)), moments())
        .as(Rotation::new);
  }

  private static Arbitrary<KeyChange> changes() {
    Arbitrary<KeyChange> rights = Combinators
        .combine(
            edit(permissions()), edit(access()), edit(addresses()), edit(limits()), edit(moments()), edit(moments()))
        .as((permissions, access, addresses, limit, start, end) -> new KeyChange(
            FieldUpdate.keep(), FieldUpdate.keep(), permissions, access, addresses, limit, start, end));
    return Arbitraries.oneOf(
        rights,
        Arbitraries.of(KeyStatus.class).map(KeyChange::switched),
        Arbitraries.of("Key", "Other").map(name -> KeyChange.renamed(new Name(name))));
  }

  private static <T> Arbitrary<FieldUpdate<T>> edit(Arbitrary<T> values) {
    return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.create(FieldUpdate::<T>keep)),
        Tuple.of(1, values.map(FieldUpdate::to)));
  }
}

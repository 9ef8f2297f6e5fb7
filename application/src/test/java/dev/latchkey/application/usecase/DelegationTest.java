package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingKeys.Changing;
import dev.latchkey.application.port.in.ForManagingKeys.Changing.Changed;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting.Deleted;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating.Rotated;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a key may do to keys: everything within its own limits, and nothing else but disabling. */
class DelegationTest {

  private static final Instant TONIGHT = Shop.OPENING.plus(Duration.ofHours(9));
  private static final List<AddressRange> AT_THE_OFFICE = AddressRange.of("192.0.2.7").stream().toList();
  private static final Optional<RateLimit> TWENTY_AN_HOUR = Optional.of(new RateLimit(20, Duration.ofHours(1)));
  private static final Grant GRANT = new Grant(
      Set.of(Permission.API_KEYS_WRITE, Permission.LEADS_READ), CampaignAccess.EVERYWHERE);
  private static final KeySettings LIMITED = new KeySettings(
      new Name("Limited"),
      KeyStatus.ACTIVE,
      GRANT,
      AT_THE_OFFICE,
      TWENTY_AN_HOUR,
      new Period(Optional.empty(), Optional.of(TONIGHT)));
  private static final KeySettings UNLIMITED = granting(GRANT);

  private final Shop shop = new Shop();
  private final Issued acting = issued(shop.scope(), LIMITED);
  private final TenantScope key = holding(acting);
  private final Issued stronger = shop.issue("Stronger");

  @Test
  void aKeyIssuesAnotherWithEverythingThatItHas() {
    assertThat(issue(LIMITED)).isInstanceOf(Issued.class);
  }

  @Test
  void aKeyIssuesNoneThatExceedsItInAnyDimension() {
    int entries = shop.newEntries().size();

    assertThat(shop.keys.issue(key, Environment.LIVE, granting(new Grant(Set.of(Permission.AUDIT_READ),
        CampaignAccess.EVERYWHERE))))
        .isEqualTo(new Issuing.Escalates(Set.of(Dimension.PERMISSIONS, Dimension.ADDRESSES, Dimension.VALIDITY_PERIOD,
            Dimension.ENVIRONMENT, Dimension.RATE_LIMIT)));
    assertThat(shop.newEntries()).hasSize(entries);
  }

  @Test
  void aKeyOnlyNarrowsItsOwnLimits() {
    List<KeyChange> wider = List.of(
        change(FieldUpdate.keep(), FieldUpdate.to(List.of()), FieldUpdate.keep(), FieldUpdate.keep()),
        change(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.empty()), FieldUpdate.keep()),
        change(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(Optional.empty())),
        change(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(),
            FieldUpdate.to(Optional.of(TONIGHT.plusSeconds(1)))),
        change(FieldUpdate.to(Set.of(Permission.values())), FieldUpdate.keep(), FieldUpdate.keep(),
            FieldUpdate.keep()));
    List<Dimension> dimensions = List.of(
        Dimension.ADDRESSES, Dimension.RATE_LIMIT, Dimension.VALIDITY_PERIOD, Dimension.VALIDITY_PERIOD,
        Dimension.PERMISSIONS);

    for (int i = 0; i < wider.size(); i++) {
      assertThat(change(acting, wider.get(i))).isEqualTo(new Changing.Escalates(Set.of(dimensions.get(i))));
    }
    assertThat(stored(acting).settings()).isEqualTo(LIMITED);
    assertThat(change(acting, change(FieldUpdate.to(Set.of(Permission.API_KEYS_WRITE)), FieldUpdate.keep(),
        FieldUpdate.to(Optional.of(new RateLimit(10, Duration.ofHours(1)))),
        FieldUpdate.to(Optional.of(TONIGHT.minusSeconds(1))))))
        .isInstanceOf(Changed.class);
    assertThat(issue(LIMITED)).isEqualTo(new Issuing.Escalates(
        Set.of(Dimension.PERMISSIONS, Dimension.RATE_LIMIT, Dimension.VALIDITY_PERIOD)));
  }

  @Test
  void aStrongerKeyIsOnlyDisabled() {
    assertThat(change(stronger, KeyChange.renamed(new Name("Renamed")))).isInstanceOf(Changing.Escalates.class);
    assertThat(change(stronger, KeyChange.switched(KeyStatus.DISABLED))).isInstanceOf(Changed.class);
    assertThat(change(stronger, KeyChange.switched(KeyStatus.ACTIVE))).isInstanceOf(Changing.Escalates.class);
    assertThat(stored(stronger).settings()).isEqualTo(stronger.key().settings().disabled());
    assertThat(stored(stronger).version()).isEqualTo(2);
  }

  @Test
  void aStrongerKeyIsNotDeletedNotEvenADisabledOne() {
    assertThat(delete(stronger)).isInstanceOf(Deleting.Escalates.class);
    change(stronger, KeyChange.switched(KeyStatus.DISABLED));
    assertThat(delete(stronger)).isEqualTo(new Deleting.Escalates(Set.of(
        Dimension.PERMISSIONS, Dimension.ADDRESSES, Dimension.VALIDITY_PERIOD, Dimension.ENVIRONMENT,
        Dimension.RATE_LIMIT)));
    assertThat(stored(stronger).settings().status()).isEqualTo(KeyStatus.DISABLED);
  }

  @Test
  void aStrongerKeyIsNotNarrowedSoThatItCouldBeRotatedOrDeletedThen() {
    Issued other = (Issued) shop.keys.issue(shop.scope(), Environment.DEV, UNLIMITED);
    KeyChange narrowing = change(
        FieldUpdate.keep(), FieldUpdate.to(AT_THE_OFFICE), FieldUpdate.to(TWENTY_AN_HOUR),
        FieldUpdate.to(Optional.of(TONIGHT)));

    assertThat(change(other, narrowing)).isEqualTo(new Changing.Escalates(Set.of(
        Dimension.ADDRESSES, Dimension.VALIDITY_PERIOD, Dimension.RATE_LIMIT)));
    assertThat(stored(other)).isEqualTo(other.key());
  }

  @Test
  void disablingAndSomethingElseIsMoreThanDisabling() {
    KeyChange both = new KeyChange(
        FieldUpdate.to(new Name("Renamed")), FieldUpdate.to(KeyStatus.DISABLED), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep(), FieldUpdate.keep());

    assertThat(change(stronger, both)).isInstanceOf(Changing.Escalates.class);
    assertThat(stored(stronger)).isEqualTo(stronger.key());
  }

  @Test
  void aStrongerKeyIsNotRotated() {
    assertThat(rotate(stronger, Rotation.after(Duration.ZERO))).isInstanceOf(Rotating.Escalates.class);
    assertThat(stored(stronger)).isEqualTo(stronger.key());
  }

  @Test
  void aKeyIsNotRotatedBeyondTheActingKeysEnd() {
    Issued weaker = (Issued) issue(LIMITED);

    assertThat(rotate(weaker, new Rotation(Duration.ZERO, Optional.of(TONIGHT.plusSeconds(1)))))
        .isEqualTo(new Rotating.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    assertThat(rotate(weaker, new Rotation(Duration.ZERO, Optional.of(TONIGHT)))).isInstanceOf(Rotated.class);
  }

  @Test
  void aKeyRotatesItselfWithinItsLimits() {
    assertThat(rotate(acting, new Rotation(Duration.ZERO, Optional.of(TONIGHT.plusSeconds(1)))))
        .isEqualTo(new Rotating.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    assertThat(rotate(acting, Rotation.after(Duration.ofMinutes(1)))).isInstanceOf(Rotated.class);
  }

  @Test
  void inItsOverlapAKeyHandsOnNothingThatOutlivesIt() {
    Rotated rotated = (Rotated) rotate(acting, Rotation.after(Duration.ofMinutes(1)));

    assertThat(issue(LIMITED)).isEqualTo(new Issuing.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    assertThat(shop.keys.delete(key, rotated.key().id(), OptionalLong.empty()))
        .isEqualTo(new Deleting.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
  }

  @Test
  void aKeyThatWasDisabledReplacedOrDeletedSinceItsRequestWasAdmittedHandsOnNothing() {
    Issued weaker = (Issued) issue(LIMITED);
    shop.keys.change(shop.scope(), acting.key().id(), KeyChange.switched(KeyStatus.DISABLED), OptionalLong.empty());
    assertThat(issue(LIMITED)).isEqualTo(new Issuing.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    assertThat(rotate(weaker, Rotation.after(Duration.ZERO)))
        .isEqualTo(new Rotating.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    assertThat(change(weaker, KeyChange.renamed(new Name("Renamed"))))
        .isEqualTo(new Changing.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
    shop.keys.change(shop.scope(), acting.key().id(), KeyChange.switched(KeyStatus.ACTIVE), OptionalLong.empty());
    assertThat(change(weaker, KeyChange.renamed(new Name("Renamed")))).isInstanceOf(Changed.class);

    shop.keys.rotate(shop.scope(), acting.key().id(), Rotation.after(Duration.ZERO), OptionalLong.empty());
    assertThat(issue(LIMITED)).isEqualTo(new Issuing.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));

    shop.keys.delete(shop.scope(), acting.key().id(), OptionalLong.empty());
    assertThat(delete(weaker)).isEqualTo(new Deleting.Escalates(Set.of(Dimension.VALIDITY_PERIOD)));
  }

  @Test
  void aKeyThatLostItsPermissionSinceItsRequestWasAdmittedHandsOnNothing() {
    KeyChange reading = change(FieldUpdate.to(Set.of(Permission.LEADS_READ)), FieldUpdate.keep(), FieldUpdate.keep(),
        FieldUpdate.keep());
    shop.keys.change(shop.scope(), acting.key().id(), reading, OptionalLong.empty());

    KeySettings least = new KeySettings(
        new Name("Least"), KeyStatus.ACTIVE, new Grant(Set.of(), CampaignAccess.NONE), AT_THE_OFFICE, TWENTY_AN_HOUR,
        LIMITED.period());
    assertThat(issue(least)).isEqualTo(new Issuing.Escalates(Set.of(Dimension.PERMISSIONS)));
  }

  @Test
  void aChangeThatChangesNothingExceedsNothing() {
    assertThat(change(stronger, KeyChange.switched(KeyStatus.ACTIVE))).isEqualTo(new Changed(stronger.key()));
  }

  @Test
  void theExpiryOfAReplacedKeyIsNotPutOffByAnybody() {
    Issued replaced = (Issued) issue(LIMITED);
    shop.keys.rotate(shop.scope(), replaced.key().id(), Rotation.after(Duration.ofSeconds(5)), OptionalLong.empty());
    Instant end = stored(replaced).settings().period().expiresAt().orElseThrow();

    for (TenantScope by : List.of(shop.scope(), key, holding(stronger.plain(), Permission.LEADS_READ))) {
      for (Optional<Instant> later : List.<Optional<Instant>>of(
          Optional.empty(), Optional.of(end.plusNanos(1_000)), Optional.of(TONIGHT))) {
        assertThat(shop.keys.change(by, replaced.key().id(), ending(later), OptionalLong.empty()))
            .isEqualTo(new Changing.Replaced());
      }
    }
    shop.clock.advance(Duration.ofMinutes(1));
    assertThat(shop.keys.change(shop.scope(), replaced.key().id(), ending(Optional.empty()), OptionalLong.empty()))
        .isEqualTo(new Changing.Replaced());
    assertThat(shop.keys.change(
        shop.scope(), replaced.key().id(), ending(Optional.of(end.minusSeconds(1))), OptionalLong.empty()))
        .isInstanceOf(Changed.class);
  }

  @Test
  void membersAndTheOperatorHaveNoLimits() {
    KeySettings everything = granting(new Grant(Set.of(Permission.values()), CampaignAccess.EVERYWHERE));

    Issued made = issued(shop.scope(), everything);
    assertThat(shop.keys.rotate(shop.scope(), made.key().id(), Rotation.after(Duration.ZERO), OptionalLong.empty()))
        .isInstanceOf(Rotated.class);
    assertThat(shop.keys.delete(shop.scope(), made.key().id(), OptionalLong.empty())).isInstanceOf(Deleted.class);
    TenantScope owner = (TenantScope) shop.signIn
        .resume(shop.signedIn(shop.tenant.id(), Shop.EMAIL, Shop.PASSWORD).orElseThrow(), Shop.OFFICE)
        .orElseThrow()
        .manageKeys();
    assertThat(shop.keys.issue(owner, Environment.LIVE, everything)).isInstanceOf(Issued.class);
    assertThat(shop.keys.delete(owner, stronger.key().id(), OptionalLong.empty())).isInstanceOf(Deleted.class);
  }

  private Issuing issue(KeySettings settings) {
    return shop.keys.issue(key, Environment.DEV, settings);
  }

  private Changing change(Issued of, KeyChange change) {
    return shop.keys.change(key, of.key().id(), change, OptionalLong.empty());
  }

  private Rotating rotate(Issued of, Rotation rotation) {
    return shop.keys.rotate(key, of.key().id(), rotation, OptionalLong.empty());
  }

  private Deleting delete(Issued of) {
    return shop.keys.delete(key, of.key().id(), OptionalLong.empty());
  }

  private ApiKey stored(Issued issued) {
    return shop.keys.find(shop.scope(), issued.key().id()).orElseThrow();
  }

  private Issued issued(TenantScope by, KeySettings settings) {
    return (Issued) shop.keys.issue(by, Environment.DEV, settings);
  }

  private TenantScope holding(Issued issued) {
    TenantScope scope = holding(issued.plain(), Permission.API_KEYS_WRITE);
    assertThat(((Actor.Holder) scope.actor()).key()).isEqualTo(issued.key().id()).isInstanceOf(KeyId.class);
    return scope;
  }

  private TenantScope holding(PlainKey plain, Permission permission) {
    Caller caller = shop.caller(plain);
    return (TenantScope) caller.enter(permission);
  }

  private static KeySettings granting(Grant grant) {
    KeySettings plain = KeySettings.named(new Name("Granted"));
    return new KeySettings(
        plain.name(), plain.status(), grant, plain.allowedAddresses(), plain.rateLimit(), plain.period());
  }

  private static KeyChange ending(Optional<Instant> end) {
    return change(FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.to(end));
  }

  private static KeyChange change(
      FieldUpdate<Set<Permission>> permissions,
      FieldUpdate<List<AddressRange>> addresses,
      FieldUpdate<Optional<RateLimit>> limit,
      FieldUpdate<Optional<Instant>> end) {
    return new KeyChange(
        FieldUpdate.keep(), FieldUpdate.keep(), permissions, FieldUpdate.keep(), addresses, limit, FieldUpdate.keep(),
        end);
  }
}

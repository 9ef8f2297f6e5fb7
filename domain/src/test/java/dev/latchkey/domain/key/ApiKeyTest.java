package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant ONE = Instant.parse("2026-03-14T13:00:00Z");
  private static final Actor MEMBER = new Actor.Staff(new MemberId(5));
  private static final PlainKey PLAIN = new PlainKey(Environment.DEV, new KeyId(1), KeySecret.drawn(_ -> 7));
  private static final PlainKey NEXT = new PlainKey(Environment.DEV, new KeyId(2), KeySecret.drawn(_ -> 8));
  private static final KeySettings SETTINGS = new KeySettings(
      new Name("Till"),
      KeyStatus.ACTIVE,
      new Grant(Set.of(Permission.AUDIT_READ), CampaignAccess.EVERYWHERE),
      AddressRange.of("192.0.2.0/24").stream().toList(),
      Optional.of(new RateLimit(5, Duration.ofMinutes(1))),
      new Period(Optional.of(NOON), Optional.of(ONE)));
  private static final ApiKey KEY = ApiKey.made(
      PLAIN, new Seal("v1", new byte[]{1}), new TenantId(3), SETTINGS, new Actor.Operator(), NOON);

  @Test
  void aKeyInForceMayBeRotatedAndSoMayOneThatHasNotBegun() {
    assertThat(KEY.rotationObstacle(NOON)).isEmpty();
    assertThat(KEY.rotationObstacle(NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void anExpiredADisabledAndARotatedKeyMayNot() {
    assertThat(KEY.rotationObstacle(ONE)).contains(RotationObstacle.EXPIRED);
    assertThat(KEY.with(KeyChange.switched(KeyStatus.DISABLED).of(SETTINGS)).rotationObstacle(NOON))
        .contains(RotationObstacle.DISABLED);
    assertThat(KEY.replaced(NEXT.id(), ONE).rotationObstacle(NOON)).contains(RotationObstacle.ALREADY_ROTATED);
  }

  @Test
  void aSuccessorHasItsOwnSecretAndEverythingElseOfItsPredecessor() {
    Seal seal = new Seal("v2", new byte[]{2});

    assertThat(KEY.succeededBy(NEXT, seal, MEMBER, ONE)).isEqualTo(
        new ApiKey(
            NEXT.id(),
            KEY.tenant(),
            Environment.DEV,
            NEXT.mask(),
            seal,
            new KeySettings(
                SETTINGS.name(),
                SETTINGS.status(),
                SETTINGS.grant(),
                SETTINGS.allowedAddresses(),
                SETTINGS.rateLimit(),
                new Period(Optional.empty(), Optional.of(ONE))),
            MEMBER,
            ONE,
            Optional.of(KEY.id()),
            Optional.empty(),
            Optional.empty(),
            1));
  }

  @Test
  void aReplacedKeyEndsThenOrAtItsOwnExpiryAndIsOneVersionOn() {
    Instant earlier = NOON.plusSeconds(60);
    ApiKey replaced = KEY.replaced(NEXT.id(), earlier);

    assertThat(replaced.settings().period()).isEqualTo(new Period(Optional.of(NOON), Optional.of(earlier)));
    assertThat(replaced.replacedBy()).contains(NEXT.id());
    assertThat(replaced.version()).isEqualTo(2);
    assertThat(replaced.id()).isEqualTo(KEY.id());
    assertThat(replaced.seal()).isEqualTo(KEY.seal());
    assertThat(KEY.replaced(NEXT.id(), ONE.plusSeconds(60)).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void aChangedKeyIsTheSameKeyOneVersionOn() {
    KeySettings renamed = KeyChange.renamed(new Name("Door")).of(SETTINGS);

    assertThat(KEY.with(renamed).settings()).isEqualTo(renamed);
    assertThat(KEY.with(renamed).version()).isEqualTo(2);
    assertThat(KEY.with(renamed).masked()).isEqualTo(KEY.masked());
  }

  @Test
  void renamingAndDisablingGiveNoMore() {
    assertThat(SETTINGS.mayGiveMore(SETTINGS)).isFalse();
    assertThat(SETTINGS.mayGiveMore(KeyChange.renamed(new Name("Door")).of(SETTINGS))).isFalse();
    assertThat(SETTINGS.mayGiveMore(KeyChange.switched(KeyStatus.DISABLED).of(SETTINGS))).isFalse();
  }

  @Test
  void enablingAndChangingAnyRightMayGiveMore() {
    KeySettings disabled = KeyChange.switched(KeyStatus.DISABLED).of(SETTINGS);
    KeySettings none = KeySettings.named(SETTINGS.name());

    assertThat(disabled.mayGiveMore(SETTINGS)).isTrue();
    assertThat(disabled.mayGiveMore(disabled)).isFalse();
    assertThat(List.of(
        settings(none.grant(), SETTINGS.allowedAddresses(), SETTINGS.rateLimit(), SETTINGS.period()),
        settings(SETTINGS.grant(), List.of(), SETTINGS.rateLimit(), SETTINGS.period()),
        settings(SETTINGS.grant(), SETTINGS.allowedAddresses(), Optional.empty(), SETTINGS.period()),
        settings(SETTINGS.grant(), SETTINGS.allowedAddresses(), SETTINGS.rateLimit(), Period.ALWAYS)))
        .allMatch(SETTINGS::mayGiveMore);
  }

  @Test
  void settingsWhosePeriodHoldsNoMomentSayWhatIsWrong() {
    Period none = new Period(Optional.of(ONE), Optional.of(NOON));
    KeySettings unsound = settings(SETTINGS.grant(), List.of(), Optional.empty(), none);

    assertThat(SETTINGS.faults()).isEmpty();
    assertThat(unsound.faults()).singleElement().satisfies(fault -> {
      assertThat(fault.field()).isEqualTo("expires_at");
      assertThat(fault.code()).isEqualTo("not_after_start");
    });
  }

  @Test
  void anEnvironmentIsFoundByItsLabel() {
    for (Environment environment : Environment.values()) {
      assertThat(Environment.labelled(environment.label())).contains(environment);
    }
    assertThat(Environment.labelled("LIVE")).isEmpty();
  }

  private static KeySettings settings(
      Grant grant, List<AddressRange> addresses, Optional<RateLimit> limit, Period period) {
    return new KeySettings(SETTINGS.name(), SETTINGS.status(), grant, addresses, limit, period);
  }

  @Test
  void theLastUseNeverGoesBack() {
    ApiKey used = KEY.usedAt(NOON);

    assertThat(used.lastUsedAt()).contains(NOON);
    assertThat(used.usedAt(ONE).lastUsedAt()).contains(ONE);
    assertThat(used.usedAt(ONE).usedAt(NOON)).isEqualTo(KEY.usedAt(ONE));
    assertThat(used.version()).isEqualTo(KEY.version());
  }
}

package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

    KeySettings succeeding = settings(SETTINGS.grant(), List.of(), Optional.empty(), Period.ALWAYS);

    assertThat(KEY.succeededBy(NEXT, seal, succeeding, MEMBER, ONE)).isEqualTo(
        new ApiKey(
            NEXT.id(),
            KEY.tenant(),
            Environment.DEV,
            NEXT.mask(),
            seal,
            succeeding,
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
  void theSuccessorsSettingsAreThoseOfTheKeyButForItsPeriod() {
    KeySettings early = SETTINGS.succeededAt(NOON.minusSeconds(1), Rotation.after(Duration.ZERO));
    KeySettings late = SETTINGS.succeededAt(NOON, new Rotation(Duration.ZERO, Optional.of(ONE.plusSeconds(1))));

    assertThat(early).isEqualTo(SETTINGS);
    assertThat(late).isEqualTo(
        settings(
            SETTINGS.grant(),
            SETTINGS.allowedAddresses(),
            SETTINGS.rateLimit(),
            new Period(Optional.empty(), Optional.of(ONE.plusSeconds(1)))));
  }

  @Test
  void theExpiryOfAReplacedKeyIsBroughtForwardAndNeverPutOff() {
    ApiKey replaced = KEY.replaced(NEXT.id(), NOON);

    assertThat(replaced.wouldOutliveReplacement(replaced.settings())).isFalse();
    assertThat(replaced.wouldOutliveReplacement(ending(Optional.of(NOON.minusSeconds(1))))).isFalse();
    assertThat(replaced.wouldOutliveReplacement(ending(Optional.of(NOON.plusNanos(1_000))))).isTrue();
    assertThat(replaced.wouldOutliveReplacement(ending(Optional.empty()))).isTrue();
    assertThat(KEY.wouldOutliveReplacement(ending(Optional.empty()))).isFalse();
  }

  @Test
  void theStateIsThatOfTheAccessDecision() {
    ApiKey disabled = KEY.with(SETTINGS.disabled());

    assertThat(KEY.stateAt(NOON.minusNanos(1_000))).isEqualTo(KeyState.NOT_YET_VALID);
    assertThat(KEY.stateAt(NOON)).isEqualTo(KeyState.IN_FORCE);
    assertThat(KEY.stateAt(ONE.minusNanos(1_000))).isEqualTo(KeyState.IN_FORCE);
    assertThat(KEY.stateAt(ONE)).isEqualTo(KeyState.EXPIRED);
    assertThat(disabled.stateAt(NOON)).isEqualTo(KeyState.DISABLED);
    assertThat(disabled.stateAt(ONE)).isEqualTo(KeyState.DISABLED);
    assertThat(KEY.replaced(NEXT.id(), NOON.minusSeconds(9)).stateAt(NOON.minusSeconds(9)))
        .isEqualTo(KeyState.NOT_YET_VALID);
  }

  @Test
  void aStateIsFoundByItsLabel() {
    assertThat(KeyState.NOT_YET_VALID.label()).isEqualTo("not_yet_valid");
    for (KeyState state : KeyState.values()) {
      assertThat(KeyState.labelled(state.label())).contains(state);
    }
    assertThat(KeyState.labelled("IN_FORCE")).isEmpty();
  }

  @Test
  void disablingChangesNothingButTheSwitch() {
    assertThat(SETTINGS.disabled()).isEqualTo(KeyChange.switched(KeyStatus.DISABLED).of(SETTINGS));
  }

  @Test
  void anOverlapIsFromNothingToThirtyDays() {
    assertThat(Rotation.after(Duration.ZERO).overlap()).isZero();
    assertThat(Rotation.after(Duration.ofDays(30)).expiresAt()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.after(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.after(Duration.ofDays(30).plusSeconds(1)));
  }

  @Test
  void aKeyHasAtMostAHundredAddressesAndRules() {
    AddressRange range = AddressRange.of("192.0.2.7").orElseThrow();
    CampaignRule rule = CampaignAccess.EVERYWHERE.rules().getFirst();

    assertThat(settings(SETTINGS.grant(), Collections.nCopies(100, range), Optional.empty(), Period.ALWAYS)
        .allowedAddresses()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(
        () -> settings(SETTINGS.grant(), Collections.nCopies(101, range), Optional.empty(), Period.ALWAYS));
    assertThat(new CampaignAccess(Collections.nCopies(100, rule)).rules()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new CampaignAccess(Collections.nCopies(101, rule)));
  }

  @Test
  void aKeyThatWouldBeOverWhenItIsMadeSaysSo() {
    assertThat(SETTINGS.faultsWhenMadeAt(ONE.minusNanos(1_000))).isEmpty();
    assertThat(SETTINGS.faultsWhenMadeAt(ONE)).extracting(Violation::field, Violation::code)
        .containsExactly(tuple("expires_at", "in_the_past"));
    assertThat(ending(Optional.of(NOON)).faultsWhenMadeAt(NOON.minusSeconds(1))).extracting(Violation::code)
        .containsExactly("not_after_start");
  }

  @Test
  void aPeriodThatAChangeKeepsIsNotJudgedAnew() {
    KeySettings unsound = ending(Optional.of(NOON));

    assertThat(KeyChange.renamed(new Name("Door")).of(unsound).faultsAfter(unsound)).isEmpty();
    assertThat(unsound.faultsAfter(SETTINGS)).extracting(Violation::code).containsExactly("not_after_start");
  }

  @Test
  void faultBetweenStartAndEndIsAtTheOneThatWasChanged() {
    KeySettings ends = settings(
        SETTINGS.grant(), List.of(), Optional.empty(), new Period(Optional.empty(), Optional.of(NOON)));
    KeySettings starts = settings(
        SETTINGS.grant(), List.of(), Optional.empty(), new Period(Optional.of(ONE), Optional.empty()));
    KeySettings unsound = settings(
        SETTINGS.grant(), List.of(), Optional.empty(), new Period(Optional.of(ONE), Optional.of(NOON)));

    assertThat(unsound.faultsAfter(ends)).extracting(Violation::field, Violation::code)
        .containsExactly(tuple("not_before", "not_before_end"));
    assertThat(unsound.faultsAfter(starts)).extracting(Violation::field, Violation::code)
        .containsExactly(tuple("expires_at", "not_after_start"));
    assertThat(ends.faultsAfter(starts)).isEmpty();
    assertThat(unsound.faultsAfter(unsound)).isEmpty();
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

  private static KeySettings ending(Optional<Instant> end) {
    return settings(
        SETTINGS.grant(), SETTINGS.allowedAddresses(), SETTINGS.rateLimit(), new Period(Optional.of(NOON), end));
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

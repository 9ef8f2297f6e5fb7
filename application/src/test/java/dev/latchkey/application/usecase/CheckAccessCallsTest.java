package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.AccessDecision;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an access decision asks of its ports, and in which order. */
class CheckAccessCallsTest {

  private static final String USE = "use of 20 at " + RecordedPorts.NOW;

  private final RecordedPorts ports = new RecordedPorts();

  /** Something wrong with a request, and the code that the contract has for it. */
  private record Defect(String code, Consumer<RecordedPorts> make) {}

  /** In the order of the contract's table, steps 4 to 10. */
  private static final List<Defect> DEFECTS = List.of(
      new Defect("key_invalid", ports -> ports.known = false),
      new Defect("key_disabled", ports -> ports.status = KeyStatus.DISABLED),
      new Defect(
          "key_expired",
          ports -> ports.period = new Period(Optional.empty(), Optional.of(RecordedPorts.NOW))),
      new Defect("tenant_suspended", ports -> ports.standing = TenantStatus.SUSPENDED),
      new Defect("address_not_allowed", ports -> ports.address = AddressRange.address("198.51.100.1")),
      new Defect("rate_limited", ports -> ports.rate = new RateVerdict.Exceeded(Duration.ofSeconds(7))),
      new Defect("permission_missing", ports -> ports.permissions = Set.of()));

  @Test
  void theFirstStepThatRefusesDecidesWhetherTheKeyIsInMemoryOrNot() {
    for (int choice = 1; choice < 1 << DEFECTS.size(); choice++) {
      RecordedPorts spoilt = new RecordedPorts();
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < DEFECTS.size(); i++) {
        if ((choice & 1 << i) != 0) {
          DEFECTS.get(i).make().accept(spoilt);
          codes.add(DEFECTS.get(i).code());
        }
      }

      AccessDecision decision = spoilt.check();
      assertThat(decision)
          .as("wrong: %s", codes)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(codes.getFirst()));
      assertThat(spoilt.checkAtOnce()).contains(decision);
      spoilt.cached = false;
      assertThat(spoilt.check()).isEqualTo(decision);
    }
  }

  @Test
  void whatIsAtHandDecidesAsWhatIsLookedUp() {
    assertThat(ports.checkAtOnce()).contains(ports.check());
    assertThat(ports.checkAtOnce(new PresentedCredentials.Missing())).contains(new Refusal.CredentialsMissing());
  }

  @Test
  void everyPortIsAskedOnceAndInOrder() {
    ports.check();
    assertThat(ports.calls).containsExactly("recall 20", "compare", "count 20 within 5", USE);

    ports.calls.clear();
    ports.checkAtOnce();
    assertThat(ports.calls).containsExactly("recall 20", "compare", "count 20 within 5", USE);
  }

  @Test
  void aKeyWithoutARateLimitIsNotCounted() {
    ports.rateLimit = Optional.empty();
    ports.countedAtOnce = false;

    assertThat(ports.check()).isInstanceOf(Caller.class);
    assertThat(ports.checkAtOnce()).get().isInstanceOf(Caller.class);
    assertThat(ports.calls).containsExactly("recall 20", "compare", USE, "recall 20", "compare", USE);
  }

  @Test
  void aKeyThatIsNotInMemoryIsNeitherJudgedNorCountedAtOnce() {
    ports.cached = false;

    assertThat(ports.checkAtOnce()).isEmpty();
    assertThat(ports.calls).containsExactly("recall 20");
  }

  @Test
  void aRequestThatCannotBeCountedAtOnceIsUndecided() {
    ports.countedAtOnce = false;

    assertThat(ports.checkAtOnce()).isEmpty();
    assertThat(ports.calls).containsExactly("recall 20", "compare");
  }

  @Test
  void aRequestThatIsRefusedBeforeItCountsIsRefusedAtOnce() {
    ports.countedAtOnce = false;
    ports.status = KeyStatus.DISABLED;

    assertThat(ports.checkAtOnce()).contains(new Refusal.KeyDisabled());
  }

  @Test
  void withoutCredentialsNothingIsAsked() {
    assertThat(ports.check(new PresentedCredentials.Missing())).isEqualTo(new Refusal.CredentialsMissing());
    assertThat(ports.calls).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CredentialFault.class)
  void forMalformedCredentialsNothingIsAsked(CredentialFault fault) {
    PresentedCredentials malformed = new PresentedCredentials.Malformed(fault);

    assertThat(ports.check(malformed)).isEqualTo(new Refusal.CredentialsMalformed(fault));
    assertThat(ports.checkAtOnce(malformed)).contains(new Refusal.CredentialsMalformed(fault));
    assertThat(ports.calls).isEmpty();
  }

  @Test
  void forAMalformedKeyNothingIsAsked() {
    PresentedCredentials cutShort = Shop.bearer(ports.plain.reveal().substring(0, 50));

    assertThat(ports.check(cutShort)).isEqualTo(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
    assertThat(ports.checkAtOnce(cutShort)).contains(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
    assertThat(ports.check(Shop.bearer('"' + ports.plain.reveal() + '"')))
        .isEqualTo(new Refusal.CredentialsMalformed(CredentialFault.QUOTED));
    assertThat(ports.calls).isEmpty();
  }

  @Test
  void aRequestThatIsRefusedBeforeDoesNotCountAndOneThatLacksThePermissionDoes() {
    for (Defect defect : DEFECTS) {
      RecordedPorts spoilt = new RecordedPorts();
      defect.make().accept(spoilt);
      spoilt.check();

      boolean counted = Set.of("rate_limited", "permission_missing").contains(defect.code());
      assertThat(spoilt.calls.contains("count 20 within 5")).as(defect.code()).isEqualTo(counted);
    }
  }

  @Test
  void aRefusedRequestIsNoUseOfTheKey() {
    for (Defect defect : DEFECTS) {
      RecordedPorts spoilt = new RecordedPorts();
      defect.make().accept(spoilt);
      spoilt.check();
      spoilt.checkAtOnce();

      assertThat(spoilt.calls).as(defect.code()).doesNotContain(USE);
    }
  }

  @Test
  void aProvenKeyThatIsRefusedIsNoFailedAuthentication() {
    DEFECTS.stream().skip(1).forEach(defect -> {
      RecordedPorts spoilt = new RecordedPorts();
      defect.make().accept(spoilt);
      spoilt.check();
      spoilt.checkAtOnce();

      assertThat(spoilt.calls).as(defect.code()).doesNotContain("count failure");
    });
  }

  @Test
  void theSecretOfAnUnknownKeyIsComparedAllTheSame() {
    ports.presented = new PlainKey(Environment.LIVE, new KeyId(21), ports.plain.secret());

    assertThat(ports.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(ports.calls).containsExactly("recall 21", "compare with no seal", "count failure");
  }

  @Test
  void aWrongSecretIsRefusedLikeAnUnknownKey() {
    ports.presented = wrongSecret();

    assertThat(ports.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(ports.calls).containsExactly("recall 20", "compare", "count failure");
  }

  @Test
  void aKeyThatNamesAnotherEnvironmentThanItsOwnIsRefusedLikeAnUnknownKey() {
    ports.storedEnvironment = Environment.DEV;

    assertThat(ports.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(ports.calls).containsExactly("recall 20", "compare", "count failure");
  }

  @Test
  void aKeyThatIsNotInMemoryIsFoundWhereTheSourceMayLookItUp() {
    ports.cached = false;

    assertThat(ports.check()).isInstanceOf(Caller.class);
    assertThat(ports.calls).containsExactly("recall 20", "find 20", "compare", "count 20 within 5", USE);
  }

  @Test
  void whereTheSourceMayLookNothingUpAKeyThatIsNotInMemoryIsRefusedWithoutALookUp() {
    ports.cached = false;
    ports.waitForLookUp = Optional.of(Duration.ofMillis(200));
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofMillis(200));

    assertThat(ports.checkAtOnce()).contains(refusal);
    assertThat(ports.calls).containsExactly("recall 20", "compare with no seal");
    ports.calls.clear();
    assertThat(ports.check()).isEqualTo(refusal);
    assertThat(ports.calls).containsExactly("recall 20", "count look-up", "compare with no seal");
  }

  @Test
  void aKeyWhoseLastSealIsKnownIsLookedUpForItsHolderHoweverManyFailuresTheSourceHas() {
    ports.cached = false;
    ports.sealCached = true;
    ports.waitForLookUp = Optional.of(Duration.ofMillis(200));

    assertThat(ports.checkAtOnce()).isEmpty();
    assertThat(ports.check()).isInstanceOf(Caller.class);
    assertThat(ports.calls).contains("find 20");
  }

  @Test
  void aWrongSecretOfAKeyWhoseLastSealIsKnownIsNotLookedUp() {
    ports.cached = false;
    ports.sealCached = true;
    ports.waitForLookUp = Optional.of(Duration.ofMillis(200));
    ports.presented = wrongSecret();
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofMillis(200));

    assertThat(ports.checkAtOnce()).contains(refusal);
    assertThat(ports.check()).isEqualTo(refusal);
    assertThat(ports.calls).doesNotContain("find 20");
  }

  @Test
  void aLastSealAdmitsNoRequest() {
    ports.cached = false;
    ports.sealCached = true;
    ports.known = false;
    ports.waitForLookUp = Optional.of(Duration.ofMillis(200));

    assertThat(ports.check()).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aValidKeyThatIsInMemoryIsLetInHoweverManyFailuresItsSourceHas() {
    ports.waitForLookUp = Optional.of(Duration.ofSeconds(1));
    ports.waitForFailure = Optional.of(Duration.ofSeconds(60));

    assertThat(ports.check()).isInstanceOf(Caller.class);
    assertThat(ports.checkAtOnce()).get().isInstanceOf(Caller.class);
  }

  @Test
  void aFailureBeyondTheLimitIsRefusedAlikeForAWrongSecretAndAnUnknownKey() {
    ports.waitForFailure = Optional.of(Duration.ofSeconds(42));
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofSeconds(42));

    ports.presented = wrongSecret();
    assertThat(ports.check()).isEqualTo(refusal);
    assertThat(ports.checkAtOnce()).contains(refusal);
    ports.presented = new PlainKey(Environment.LIVE, new KeyId(21), ports.plain.secret());
    assertThat(ports.check()).isEqualTo(refusal);
    assertThat(ports.checkAtOnce()).contains(refusal);
  }

  private PlainKey wrongSecret() {
    return new PlainKey(Environment.LIVE, ports.plain.id(), KeySecret.drawn(_ -> 8));
  }
}

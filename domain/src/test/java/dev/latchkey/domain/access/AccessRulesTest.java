package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.tenant.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessRulesTest {

  private final Scene scene = new Scene();

  /** Something wrong with a request, and the code that the contract has for it. */
  private record Defect(String code, Consumer<Scene> make) {}

  /** In the order of the contract's table, steps 4 to 10. */
  private static final List<Defect> DEFECTS = List.of(
      new Defect("key_invalid", scene -> scene.known = false),
      new Defect("key_disabled", scene -> scene.status = KeyStatus.DISABLED),
      new Defect(
          "key_expired",
          scene -> scene.period = new Period(Optional.empty(), Optional.of(Scene.NOW))),
      new Defect("tenant_suspended", scene -> scene.standing = Standing.SUSPENDED),
      new Defect("address_not_allowed", scene -> scene.address = AddressRange.address("198.51.100.1")),
      new Defect("rate_limited", scene -> scene.rate = new RateVerdict.Exceeded(Duration.ofSeconds(7))),
      new Defect("permission_missing", scene -> scene.permissions = Set.of()));

  @Test
  void aRequestThatEverythingIsRightAboutIsLetIn() {
    assertThat(scene.check())
        .isInstanceOfSatisfying(Caller.class, caller -> {
          assertThat(caller.credential()).isEqualTo(scene.credential());
          assertThat(caller.tenant()).isEqualTo(Scene.TENANT);
        });
  }

  @Test
  void theFirstStepThatRefusesDecidesWhateverElseIsWrong() {
    for (int choice = 1; choice < 1 << DEFECTS.size(); choice++) {
      Scene spoilt = new Scene();
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < DEFECTS.size(); i++) {
        if ((choice & 1 << i) != 0) {
          DEFECTS.get(i).make().accept(spoilt);
          codes.add(DEFECTS.get(i).code());
        }
      }

      assertThat(spoilt.check())
          .as("wrong: %s", codes)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(codes.getFirst()));
      assertThat(spoilt.checkAtOnce()).contains(spoilt.check());
    }
  }

  @Test
  void whatIsAtHandDecidesAsWhatIsLookedUp() {
    assertThat(scene.checkAtOnce()).contains(scene.check());
    assertThat(AccessRules.checkAtOnce(new Credentials.Missing(), scene.attempt(), scene))
        .contains(new Refusal.CredentialsMissing());
  }

  @Test
  void aKeyThatIsNotRememberedIsNeitherJudgedNorCounted() {
    scene.remembered = false;

    assertThat(scene.checkAtOnce()).isEmpty();
    assertThat(scene.asked).isEmpty();
  }

  @Test
  void aRequestThatCannotBeCountedAtOnceIsUndecided() {
    scene.countedHere = false;

    assertThat(scene.checkAtOnce()).isEmpty();
    assertThat(scene.asked).containsExactly("credential", "seal");
  }

  @Test
  void aRequestThatIsRefusedBeforeItCountsIsRefusedAtOnce() {
    scene.countedHere = false;
    scene.status = KeyStatus.DISABLED;

    assertThat(scene.checkAtOnce()).contains(new Refusal.KeyDisabled());
  }

  @Test
  void withoutCredentialsNoEvidenceIsAskedFor() {
    assertThat(AccessRules.check(new Credentials.Missing(), scene.attempt(), scene))
        .isEqualTo(new Refusal.CredentialsMissing());
    assertThat(scene.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CredentialFault.class)
  void forMalformedCredentialsNoEvidenceIsAskedFor(CredentialFault fault) {
    assertThat(AccessRules.check(new Credentials.Malformed(fault), scene.attempt(), scene))
        .isEqualTo(new Refusal.CredentialsMalformed(fault));
    assertThat(scene.asked).isEmpty();
  }

  @Test
  void forAMalformedKeyNoEvidenceIsAskedFor() {
    String key = scene.plain.reveal();

    assertThat(check("sk" + key)).isEqualTo(new Refusal.KeyMalformed(KeyFault.PREFIX));
    assertThat(check(key.substring(1))).isEqualTo(new Refusal.KeyMalformed(KeyFault.PREFIX));
    assertThat(check(key.substring(0, 50))).isEqualTo(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
    assertThat(check(key + "0")).isEqualTo(new Refusal.KeyMalformed(KeyFault.TOO_LONG));
    assertThat(check(key + "\"")).isEqualTo(new Refusal.KeyMalformed(KeyFault.CHARACTER));
    assertThat(check(key.replaceFirst("7", "8"))).isEqualTo(new Refusal.KeyMalformed(KeyFault.CHECKSUM));
    assertThat(scene.asked).isEmpty();
  }

  @Test
  void everyPieceOfEvidenceIsAskedForOnceAndInOrder() {
    scene.check();

    assertThat(scene.asked).containsExactly("credential", "seal", "rate of 20 at 5");
  }

  @Test
  void aRequestThatIsRefusedBeforeDoesNotCountAndOneThatLacksThePermissionDoes() {
    for (Defect defect : DEFECTS) {
      Scene spoilt = new Scene();
      defect.make().accept(spoilt);
      spoilt.check();

      boolean counted = Set.of("rate_limited", "permission_missing").contains(defect.code());
      assertThat(spoilt.asked.contains("rate of 20 at 5")).as(defect.code()).isEqualTo(counted);
    }
  }

  @Test
  void aKeyWithoutARateLimitIsNotCounted() {
    scene.rateLimit = Optional.empty();

    assertThat(scene.caller().rate()).isEmpty();
    assertThat(scene.asked).containsExactly("credential", "seal");
  }

  @Test
  void aCallerKnowsHowTheRequestCounted() {
    assertThat(scene.caller().rate()).contains(scene.rate);
  }

  @Test
  void aUsedUpRateLimitIsNamedWithTheTimeToWait() {
    scene.rate = new RateVerdict.Exceeded(Duration.ofSeconds(7));

    assertThat(scene.check()).isEqualTo(new Refusal.RateLimited(Scene.LIMIT, Duration.ofSeconds(7)));
  }

  @Test
  void theSecretOfAnUnknownKeyIsComparedAllTheSame() {
    scene.presented = new PlainKey(Environment.LIVE, new KeyId(21), scene.plain.secret());

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(scene.asked).containsExactly("credential", "no seal");
  }

  @Test
  void aWrongSecretIsRefusedLikeAnUnknownKey() {
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(scene.asked).containsExactly("credential", "seal");
  }

  @Test
  void aKeyThatNamesAnotherEnvironmentThanItsOwnIsRefusedLikeAnUnknownKey() {
    scene.storedEnvironment = Environment.DEV;

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(scene.asked).containsExactly("credential", "no seal");
  }

  @Test
  void nothingIsSaidOfAKeyBeforeItsSecretIsProven() {
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));
    DEFECTS.stream().skip(1).forEach(defect -> defect.make().accept(scene));

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aKeyThatIsNotInForceYetIsToldApartFromOneThatNoLongerIs() {
    scene.period = new Period(Optional.of(Scene.NOW.plusNanos(1_000)), Optional.empty());
    assertThat(scene.check()).isEqualTo(new Refusal.KeyNotYetValid());

    scene.period = new Period(Optional.of(Scene.NOW), Optional.of(Scene.NOW.plusNanos(1_000)));
    assertThat(scene.check()).isInstanceOf(Caller.class);
  }

  @Test
  void aKeyWithoutAnAllowListIsUsedFromAnywhere() {
    scene.allowedAddresses = List.of();
    scene.address = Optional.empty();

    assertThat(scene.check()).isInstanceOf(Caller.class);
  }

  @Test
  void aKeyWithAnAllowListIsNotUsedFromAnAddressThatIsNotKnown() {
    scene.address = Optional.empty();

    assertThat(scene.check()).isEqualTo(new Refusal.AddressNotAllowed());
  }

  @Test
  void oneRangeThatHoldsTheAddressIsEnough() {
    scene.allowedAddresses = List.of(
        AddressRange.of("2001:db8::/32").orElseThrow(), AddressRange.of("192.0.2.7").orElseThrow());

    assertThat(scene.check()).isInstanceOf(Caller.class);
  }

  @Test
  void whereNoPermissionIsNeededAnyValidKeyWillDo() {
    scene.permissions = Set.of();
    scene.needed = Optional.empty();

    assertThat(scene.check()).isInstanceOf(Caller.class);
  }

  @Test
  void aMissingPermissionIsNamed() {
    scene.needed = Optional.of(Permission.LEADS_WRITE);

    assertThat(scene.check()).isEqualTo(new Refusal.PermissionMissing(Permission.LEADS_WRITE));
  }

  private AccessDecision check(String key) {
    return AccessRules.check(new Credentials.Bearer(new PresentedKey(key)), scene.attempt(), scene);
  }
}

package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.Environment;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

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
      new Defect("tenant_suspended", scene -> scene.standing = TenantStatus.SUSPENDED),
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
    assertThat(AccessPolicy.checkAtOnce(new PresentedCredentials.Missing(), scene.attempt(), scene, scene))
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
    assertThat(AccessPolicy.check(new PresentedCredentials.Missing(), scene.attempt(), scene, scene))
        .isEqualTo(new Refusal.CredentialsMissing());
    assertThat(scene.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CredentialFault.class)
  void forMalformedCredentialsNoEvidenceIsAskedFor(CredentialFault fault) {
    assertThat(AccessPolicy.check(new PresentedCredentials.Malformed(fault), scene.attempt(), scene, scene))
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
    assertThat(check(key + "!")).isEqualTo(new Refusal.KeyMalformed(KeyFault.CHARACTER));
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
    assertThat(scene.asked).containsExactly("credential", "no seal", "failure of 192.0.2.7");
  }

  @Test
  void aWrongSecretIsRefusedLikeAnUnknownKey() {
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(scene.asked).containsExactly("credential", "seal", "failure of 192.0.2.7");
  }

  @Test
  void aKeyThatNamesAnotherEnvironmentThanItsOwnIsRefusedLikeAnUnknownKey() {
    scene.storedEnvironment = Environment.DEV;

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
    assertThat(scene.asked).containsExactly("credential", "no seal", "failure of 192.0.2.7");
  }

  @Test
  void nothingIsSaidOfAKeyBeforeItsSecretIsProven() {
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));
    DEFECTS.stream().skip(1).forEach(defect -> defect.make().accept(scene));

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aKeyThatIsNotInForceYetIsDistinguishedFromAnExpiredOne() {
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

    assertThat(scene.check()).isEqualTo(new Refusal.AddressNotAllowed(Optional.empty()));
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

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      lk_live_3fK9…a1B2             | MASKED
      lk_live_3fK9...a1B2           | MASKED
      lk_live_3fK9••••a1B2          | MASKED
      lk_live_3fK9****a1B2          | MASKED
      "lk_live_3fK9…a1B2"           | MASKED
      "KEY"                         | QUOTED
      'KEY'                         | QUOTED
      KEY"                          | QUOTED
      `KEY`                         | QUOTED
      “KEY”                         | QUOTED
      «KEY»                         | QUOTED
      <KEY>                         | BRACKETED
      [KEY]                         | BRACKETED
      (KEY)                         | BRACKETED
      {{KEY}}                       | BRACKETED
      KEY,                          | COMMA
      KEY;                          | SEMICOLON
      KEY,KEY                       | COMMA
      KEY;KEY                       | SEMICOLON
      KEY;KEY,                      | COMMA
      KEY%0A                        | PERCENT_ENCODED
      KEY%20                        | PERCENT_ENCODED
      KEY\\n                         | ESCAPED
      lk_live_аbc               | NOT_ASCII
      ｌｋ_live_abc          | NOT_ASCII
      """)
  void whatACopyLeavesAroundAKeyIsNamed(String text, CredentialFault fault) {
    assertThat(check(text.replace("KEY", scene.plain.reveal()))).isEqualTo(new Refusal.CredentialsMalformed(fault));
    assertThat(scene.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {
      0xFEFF, 0x200B, 0x200D, 0x2060, 0x00AD, 0x00A0, 0x202E, 0x2028, 0x3000, 0x2800, 0x3164, 0x180E, 0xFE0F, 0xE0020,
      0x7F, 0x85, 0x1
  })
  void anInvisibleCharacterIsNamedWhereverItStands(int character) {
    String key = scene.plain.reveal();
    String invisible = Character.toString(character);

    for (String text : List.of(invisible + key, key + invisible,
        key.substring(0, 20) + invisible + key.substring(20))) {
      assertThat(check(text)).isEqualTo(new Refusal.CredentialsMalformed(CredentialFault.INVISIBLE));
    }
  }

  @Test
  void aKeyThatIsNotInMemoryIsFoundWhereTheSourceMayLookItUp() {
    scene.remembered = false;

    assertThat(scene.check()).isInstanceOf(Caller.class);
    assertThat(scene.asked)
        .containsExactly("leave to look up for 192.0.2.7", "look-up", "seal", "rate of 20 at 5");
  }

  @Test
  void whereTheSourceMayLookNothingUpAKeyThatIsNotInMemoryIsRefusedWithoutALookUp() {
    scene.remembered = false;
    scene.waitForLookUp = Optional.of(Duration.ofMillis(200));
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofMillis(200));

    assertThat(scene.checkAtOnce()).contains(refusal);
    assertThat(scene.asked).containsExactly("no seal");
    scene.asked.clear();
    assertThat(scene.check()).isEqualTo(refusal);
    assertThat(scene.asked).containsExactly("leave to look up for 192.0.2.7", "no seal");
  }

  @Test
  void aKeyWhoseLastSealIsKnownIsLookedUpForItsHolderHoweverManyFailuresTheSourceHas() {
    scene.remembered = false;
    scene.sealRemembered = true;
    scene.waitForLookUp = Optional.of(Duration.ofMillis(200));

    assertThat(scene.checkAtOnce()).isEmpty();
    assertThat(scene.check()).isInstanceOf(Caller.class);
    assertThat(scene.asked).contains("look-up");
  }

  @Test
  void aWrongSecretOfAKeyWhoseLastSealIsKnownIsNotLookedUp() {
    scene.remembered = false;
    scene.sealRemembered = true;
    scene.waitForLookUp = Optional.of(Duration.ofMillis(200));
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofMillis(200));

    assertThat(scene.checkAtOnce()).contains(refusal);
    assertThat(scene.check()).isEqualTo(refusal);
    assertThat(scene.asked).doesNotContain("look-up");
  }

  @Test
  void aLastSealAdmitsNoRequest() {
    scene.remembered = false;
    scene.sealRemembered = true;
    scene.known = false;
    scene.waitForLookUp = Optional.of(Duration.ofMillis(200));

    assertThat(scene.check()).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aValidKeyThatIsInMemoryIsLetInHoweverManyFailuresItsSourceHas() {
    scene.waitForLookUp = Optional.of(Duration.ofSeconds(1));
    scene.waitForFailure = Optional.of(Duration.ofSeconds(60));

    assertThat(scene.check()).isInstanceOf(Caller.class);
    assertThat(scene.checkAtOnce()).get().isInstanceOf(Caller.class);
  }

  @Test
  void aFailureBeyondTheLimitIsRefusedAlikeForAWrongSecretAndAnUnknownKey() {
    scene.waitForFailure = Optional.of(Duration.ofSeconds(42));
    Refusal refusal = new Refusal.TooManyFailures(Duration.ofSeconds(42));

    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));
    assertThat(scene.check()).isEqualTo(refusal);
    assertThat(scene.checkAtOnce()).contains(refusal);
    scene.presented = new PlainKey(Environment.LIVE, new KeyId(21), scene.plain.secret());
    assertThat(scene.check()).isEqualTo(refusal);
    assertThat(scene.checkAtOnce()).contains(refusal);
  }

  @Test
  void aProvenKeyThatIsRefusedIsNoFailedAuthentication() {
    DEFECTS.stream().skip(1).forEach(defect -> {
      Scene spoilt = new Scene();
      defect.make().accept(spoilt);
      spoilt.check();

      assertThat(spoilt.asked).as(defect.code()).noneMatch(asked -> asked.startsWith("failure"));
    });
  }

  private AccessDecision check(String key) {
    return AccessPolicy.check(new PresentedCredentials.Bearer(new PresentedKey(key)), scene.attempt(), scene, scene);
  }
}

package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
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
          assertThat(caller.request()).isEqualTo(scene.request());
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
    }
  }

  @Test
  void withoutCredentialsThereIsNoKey() {
    assertThat(AccessPolicy.read(new PresentedCredentials.Missing())).isEqualTo(new Refusal.CredentialsMissing());
  }

  @ParameterizedTest
  @EnumSource(CredentialFault.class)
  void faultOfMalformedCredentialsIsNamed(CredentialFault fault) {
    assertThat(AccessPolicy.read(new PresentedCredentials.Malformed(fault)))
        .isEqualTo(new Refusal.CredentialsMalformed(fault));
  }

  @Test
  void aKeyInTheRightFormatIsReadWhateverItsSecret() {
    assertThat(read(scene.plain.reveal()))
        .isInstanceOfSatisfying(ParsedCredentials.Key.class, key -> {
          assertThat(key.plain().id()).isEqualTo(scene.plain.id());
          assertThat(key.plain().environment()).isEqualTo(scene.plain.environment());
          assertThat(key.plain().secret().reveal()).isEqualTo(scene.plain.secret().reveal());
        });
  }

  @Test
  void whatIsWrongWithTheFormatOfAKeyIsNamed() {
    String key = scene.plain.reveal();

    assertThat(read("sk" + key)).isEqualTo(new Refusal.KeyMalformed(KeyFault.PREFIX));
    assertThat(read(key.substring(1))).isEqualTo(new Refusal.KeyMalformed(KeyFault.PREFIX));
    assertThat(read(key.substring(0, 50))).isEqualTo(new Refusal.KeyMalformed(KeyFault.CUT_SHORT));
    assertThat(read(key + "0")).isEqualTo(new Refusal.KeyMalformed(KeyFault.TOO_LONG));
    assertThat(read(key + "!")).isEqualTo(new Refusal.KeyMalformed(KeyFault.CHARACTER));
    assertThat(read(key.replaceFirst("7", "8"))).isEqualTo(new Refusal.KeyMalformed(KeyFault.CHECKSUM));
  }

  @Test
  void aProvenKeyNamesTheLimitToCountAgainst() {
    assertThat(proven().rateLimit()).contains(Scene.LIMIT);

    scene.rateLimit = Optional.empty();
    assertThat(proven().rateLimit()).isEmpty();
    assertThat(scene.caller().rate()).isEmpty();
  }

  @Test
  void aRequestIsAdmittedOnlyIfItWasCountedAsItsKeyDemands() {
    KeyProof.ProvenKey limited = proven();
    scene.rateLimit = Optional.empty();
    KeyProof.ProvenKey unlimited = proven();

    assertThatIllegalArgumentException().isThrownBy(() -> AccessPolicy.admit(limited, Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> AccessPolicy.admit(unlimited, Optional.of(scene.rate)));
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
  void anUnknownKeyIsInvalidWhateverItsSecret() {
    scene.presented = new PlainKey(Environment.LIVE, new KeyId(21), scene.plain.secret());

    assertThat(scene.prove()).isEqualTo(new Refusal.KeyInvalid());
    for (boolean secretMatches : new boolean[]{true, false}) {
      assertThat(AccessPolicy.prove(scene.plain, Optional.empty(), secretMatches, scene.request()))
          .isEqualTo(new Refusal.KeyInvalid());
    }
  }

  @Test
  void aWrongSecretIsRefusedLikeAnUnknownKey() {
    scene.presented = new PlainKey(Environment.LIVE, scene.plain.id(), KeySecret.drawn(_ -> 8));

    assertThat(scene.prove()).isEqualTo(new Refusal.KeyInvalid());
  }

  @Test
  void aKeyThatNamesAnotherEnvironmentThanItsOwnIsRefusedLikeAnUnknownKey() {
    scene.storedEnvironment = Environment.DEV;

    assertThat(scene.prove()).isEqualTo(new Refusal.KeyInvalid());
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
    assertThat(read(text.replace("KEY", scene.plain.reveal()))).isEqualTo(new Refusal.CredentialsMalformed(fault));
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
      assertThat(read(text)).isEqualTo(new Refusal.CredentialsMalformed(CredentialFault.INVISIBLE));
    }
  }

  private ParsedCredentials read(String key) {
    return AccessPolicy.read(new PresentedCredentials.Bearer(new PresentedKey(key)));
  }

  private KeyProof.ProvenKey proven() {
    return switch (scene.prove()) {
      case KeyProof.ProvenKey proven -> proven;
      case Refusal refusal -> throw new IllegalStateException(refusal.code());
    };
  }
}

package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.AddressRange;
import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  private static final List<Refusal> ALL = List.of(
      new Refusal.CredentialsMissing(),
      new Refusal.CredentialsMalformed(CredentialFault.SCHEME),
      new Refusal.KeyMalformed(KeyFault.PREFIX),
      new Refusal.KeyInvalid(),
      new Refusal.OperatorTokenInvalid(),
      new Refusal.TooManyFailures(Duration.ofSeconds(42)),
      new Refusal.KeyDisabled(),
      new Refusal.KeyExpired(),
      new Refusal.KeyNotYetValid(),
      new Refusal.TenantSuspended(),
      new Refusal.AddressNotAllowed(Optional.of(Scene.ADDRESS)),
      new Refusal.RateLimited(new RateLimit(5, Duration.ofMinutes(2)), Duration.ofSeconds(7)),
      new Refusal.PermissionMissing(Permission.LEADS_WRITE),
      new Refusal.TenantIdMissing(),
      new Refusal.TenantMismatch(),
      new Refusal.CampaignAccessDenied(Optional.empty()),
      new Refusal.CampaignNotFound());

  @Test
  void theCodesAreThoseOfTheContract() {
    assertThat(ALL)
        .extracting(Refusal::code)
        .containsExactly(
            "credentials_missing",
            "credentials_malformed",
            "key_malformed",
            "key_invalid",
            "operator_token_invalid",
            "too_many_failures",
            "key_disabled",
            "key_expired",
            "key_not_yet_valid",
            "tenant_suspended",
            "address_not_allowed",
            "rate_limited",
            "permission_missing",
            "tenant_id_missing",
            "tenant_mismatch",
            "campaign_access_denied",
            "campaign_not_found");
  }

  @Test
  void noKindOfRefusalIsForgottenHere() {
    assertThat(ALL).extracting(Object::getClass).containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
  }

  @Test
  void everyRefusalSaysWhyAndTheWayOut() {
    Stream<Refusal> malformed = Stream.of(CredentialFault.values()).map(Refusal.CredentialsMalformed::new);
    Stream<Refusal> unreadable = Stream.of(KeyFault.values()).map(Refusal.KeyMalformed::new);

    assertThat(Stream.of(ALL.stream(), malformed, unreadable).flatMap(all -> all)).allSatisfy(refusal -> {
      assertThat(refusal.because()).matches("[A-Z].{10,}\\.");
      assertThat(refusal.fix()).matches("[A-Z].{10,}\\.");
    });
  }

  @Test
  void everyFaultOfAHeaderOrAKeyIsNamed() {
    assertThat(Stream.of(CredentialFault.values()).map(fault -> new Refusal.CredentialsMalformed(fault).because()))
        .doesNotHaveDuplicates();
    assertThat(Stream.of(KeyFault.values()).map(fault -> new Refusal.KeyMalformed(fault).because()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(CredentialWords.class)
  void faultOfCredentialsIsWordedByWhatIsSentAndWhere(CredentialWords words) {
    Stream<Refusal> malformed = Stream.of(CredentialFault.values()).map(Refusal.CredentialsMalformed::new);

    assertThat(Stream.concat(malformed, Stream.of(new Refusal.CredentialsMissing()))).allSatisfy(refusal -> {
      assertThat(refusal.because(words)).matches("[A-Z].{10,}\\.");
      assertThat(refusal.fix(words)).matches("[A-Z].{10,}\\.");
    });
  }

  @Test
  void faultOfAnOperatorTokenNamesNoKey() {
    for (CredentialFault fault : CredentialFault.values()) {
      Refusal refusal = new Refusal.CredentialsMalformed(fault);
      assertThat(refusal.because(CredentialWords.TOKEN_IN_HEADER)).doesNotContain("the key", "The key");
      assertThat(refusal.fix(CredentialWords.TOKEN_IN_HEADER)).contains("Bearer TOKEN").doesNotContain("key");
    }
    assertThat(new Refusal.CredentialsMissing().fix(CredentialWords.TOKEN_IN_HEADER)).contains("operator token");
  }

  @ParameterizedTest
  @EnumSource(value = CredentialFault.class, mode = EnumSource.Mode.EXCLUDE, names = {"EMPTY", "NO_SCHEME", "SCHEME",
      "NAME_REPEATED", "COLON", "NO_SPACE", "SEVERAL"})
  void faultOfAKeyInABodyNamesNoHeader(CredentialFault fault) {
    Refusal refusal = new Refusal.CredentialsMalformed(fault);
    assertThat(refusal.because(CredentialWords.KEY_IN_BODY) + refusal.fix(CredentialWords.KEY_IN_BODY))
        .doesNotContain("header", "Authorization", "between the word Bearer", "twice");
  }

  @Test
  void keyInABodyIsNamedByItsMember() {
    assertThat(new Refusal.CredentialsMissing().because(CredentialWords.KEY_IN_BODY)).contains("member key");
    assertThat(new Refusal.CredentialsMalformed(CredentialFault.TOO_LONG).because(CredentialWords.KEY_IN_BODY))
        .isEqualTo("The member key has more than 505 characters.");
    for (CredentialFault fault : List.of(
        CredentialFault.NO_TOKEN, CredentialFault.BEARER_TWICE, CredentialFault.EXTRA_SPACE)) {
      assertThat(new Refusal.CredentialsMalformed(fault).because(CredentialWords.KEY_IN_BODY))
          .startsWith("The member key ");
    }
    assertThat(new Refusal.CredentialsMalformed(CredentialFault.QUOTED).fix(CredentialWords.KEY_IN_BODY))
        .isEqualTo("Send the whole key alone in the member key.");
    assertThat(new Refusal.CredentialsMalformed(CredentialFault.MASKED).fix(CredentialWords.KEY_IN_BODY))
        .contains("rotate the key");
  }

  @Test
  void aMissingPermissionIsNamedInWords() {
    Refusal refusal = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

    assertThat(refusal.because()).contains("leads:write");
    assertThat(refusal.fix()).contains("leads:write");
  }

  @Test
  void aUsedUpRateLimitIsTold() {
    RateLimit limit = new RateLimit(5, Duration.ofMinutes(2));

    assertThat(new Refusal.RateLimited(limit, Duration.ofSeconds(7)).because()).contains(" 5 requests in 120 s ");
    assertThat(new Refusal.RateLimited(new RateLimit(1, Duration.ofSeconds(1)), Duration.ZERO).because())
        .contains(" 1 request in 1 s ");
    assertThat(new Refusal.RateLimited(limit, Duration.ofSeconds(7)).fix()).startsWith("Wait 7 s,");
    assertThat(new Refusal.RateLimited(limit, Duration.ofMillis(7)).fix()).startsWith("Wait 1 s,");
    assertThat(new Refusal.RateLimited(limit, Duration.ofMillis(1500)).fix()).startsWith("Wait 2 s,");
  }

  @Test
  void anAddressThatIsNotAllowedIsNamedAsRfc5952HasIt() {
    assertThat(new Refusal.AddressNotAllowed(AddressRange.address("2001:DB8:0:0:1:0:0:1")).because())
        .contains(" 2001:db8::1:0:0:1.");
    assertThat(new Refusal.AddressNotAllowed(Optional.empty()).because()).contains("is not known");
  }

  @Test
  void tooManyFailuresSayHowLongToWait() {
    assertThat(new Refusal.TooManyFailures(Duration.ofMillis(41_001)).fix()).startsWith("Wait 42 s.");
  }

  @Test
  void onlyARefusalByACampaignRuleNamesOne() {
    CampaignRule denying = new CampaignRule(Effect.DENY, Set.of(Action.READ), new CampaignSelector.All());

    assertThat(new Refusal.CampaignAccessDenied(Optional.of(denying)).rule()).contains(denying);
    assertThat(ALL).allSatisfy(refusal -> assertThat(refusal.rule()).isEmpty());
  }
}

package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTextTest {

  private static String message(Refusal refusal) {
    return RefusalText.KEY_IN_HEADER.of(refusal).message();
  }

  private static String remedy(Refusal refusal) {
    return RefusalText.KEY_IN_HEADER.of(refusal).remedy();
  }

  @ParameterizedTest
  @EnumSource(RefusalText.class)
  void everyRefusalHasAMessageAndARemedy(RefusalText text) {
    Stream<Refusal> all = RefusalResponseTest.refusals().map(arguments -> (Refusal) arguments.get()[0]);
    Stream<Refusal> malformed = Stream.of(CredentialFault.values()).map(Refusal.CredentialsMalformed::new);
    Stream<Refusal> unreadable = Stream.of(KeyFault.values()).map(Refusal.KeyMalformed::new);

    assertThat(Stream.of(all, malformed, unreadable).flatMap(each -> each)).allSatisfy(refusal -> {
      assertThat(text.of(refusal).message()).matches("[A-Z].{10,}\\.");
      assertThat(text.of(refusal).remedy()).matches("[A-Z].{10,}\\.");
      assertThat(text.of(refusal).detail())
          .isEqualTo(text.of(refusal).message() + " " + text.of(refusal).remedy());
    });
  }

  @Test
  void everyFaultOfAHeaderOrAKeyHasItsOwnMessage() {
    assertThat(Stream.of(CredentialFault.values()).map(fault -> message(new Refusal.CredentialsMalformed(fault))))
        .doesNotHaveDuplicates();
    assertThat(Stream.of(KeyFault.values()).map(fault -> message(new Refusal.KeyMalformed(fault))))
        .doesNotHaveDuplicates();
  }

  @Test
  void faultOfAnOperatorTokenNamesNoKey() {
    RefusalText text = RefusalText.TOKEN_IN_HEADER;
    for (CredentialFault fault : CredentialFault.values()) {
      Refusal refusal = new Refusal.CredentialsMalformed(fault);
      assertThat(text.of(refusal).message()).doesNotContain("the key", "The key");
      assertThat(text.of(refusal).remedy()).contains("Bearer TOKEN").doesNotContain("key");
    }
    assertThat(text.of(new Refusal.CredentialsMissing()).remedy()).contains("operator token");
  }

  @ParameterizedTest
  @EnumSource(value = CredentialFault.class, mode = EnumSource.Mode.EXCLUDE, names = {"EMPTY", "NO_SCHEME", "SCHEME",
      "NAME_REPEATED", "COLON", "NO_SPACE", "SEVERAL"})
  void faultOfAKeyInABodyNamesNoHeader(CredentialFault fault) {
    assertThat(RefusalText.KEY_IN_BODY.of(new Refusal.CredentialsMalformed(fault)).detail())
        .doesNotContain("header", "Authorization", "between the word Bearer", "twice");
  }

  @Test
  void keyInABodyIsNamedByItsMember() {
    RefusalText text = RefusalText.KEY_IN_BODY;
    assertThat(text.of(new Refusal.CredentialsMissing()).message()).contains("member key");
    assertThat(text.of(new Refusal.CredentialsMalformed(CredentialFault.TOO_LONG)).message())
        .isEqualTo("The member key has more than 505 characters.");
    for (CredentialFault fault : List.of(
        CredentialFault.NO_TOKEN, CredentialFault.BEARER_TWICE, CredentialFault.EXTRA_SPACE)) {
      assertThat(text.of(new Refusal.CredentialsMalformed(fault)).message()).startsWith("The member key ");
    }
    assertThat(text.of(new Refusal.CredentialsMalformed(CredentialFault.QUOTED)).remedy())
        .isEqualTo("Send the whole key alone in the member key.");
    assertThat(text.of(new Refusal.CredentialsMalformed(CredentialFault.MASKED)).remedy()).contains("rotate the key");
  }

  @Test
  void missingPermissionIsNamedInMessageAndRemedy() {
    Refusal refusal = new Refusal.PermissionMissing(Permission.LEADS_WRITE);

    assertThat(message(refusal)).contains("leads:write");
    assertThat(remedy(refusal)).contains("leads:write");
  }

  @Test
  void exceededRateLimitIsNamedWithTheTimeToWait() {
    RateLimit limit = new RateLimit(5, Duration.ofMinutes(2));

    assertThat(message(new Refusal.RateLimited(limit, Duration.ofSeconds(7)))).contains(" 5 requests in 120 s ");
    assertThat(message(new Refusal.RateLimited(new RateLimit(1, Duration.ofSeconds(1)), Duration.ZERO)))
        .contains(" 1 request in 1 s ");
    assertThat(remedy(new Refusal.RateLimited(limit, Duration.ofSeconds(7)))).startsWith("Wait 7 s,");
    assertThat(remedy(new Refusal.RateLimited(limit, Duration.ofMillis(7)))).startsWith("Wait 1 s,");
    assertThat(remedy(new Refusal.RateLimited(limit, Duration.ofMillis(1500)))).startsWith("Wait 2 s,");
  }

  @Test
  void addressThatIsNotAllowedIsNamedInTheFormOfRfc5952() {
    assertThat(message(new Refusal.AddressNotAllowed(AddressRange.address("2001:DB8:0:0:1:0:0:1"))))
        .contains(" 2001:db8::1:0:0:1.");
    assertThat(message(new Refusal.AddressNotAllowed(Optional.empty()))).contains("is not known");
  }

  @Test
  void tooManyFailuresNameTheTimeToWait() {
    assertThat(remedy(new Refusal.TooManyFailures(Duration.ofMillis(41_001)))).startsWith("Wait 42 s.");
  }
}

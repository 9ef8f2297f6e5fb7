package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionOrigin;
import dev.latchkey.domain.tenant.Tenant;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorTokenTest {

  private static final String TEXT = "an operator token of 32 letters.";
  private static final Instant NOW = Scene.NOW;
  private static final Tenant TENANT = Tenant.founded(new TenantId(1), new Name("Shop"), NOW);

  private final OperatorToken token = new OperatorToken(TEXT);

  @Test
  void aTokenOf31CharactersIsTooShort() {
    assertThat(TEXT).hasSize(OperatorToken.SHORTEST);
    assertThatIllegalArgumentException().isThrownBy(() -> new OperatorToken(TEXT.substring(1)));
  }

  @Test
  void theTokenLetsTheOperatorInOverAnyTenant() {
    assertThat(token.admit(bearer(TEXT), Optional.of(Scene.ADDRESS)))
        .isInstanceOfSatisfying(Operator.class, operator -> {
          assertThat(operator.address()).contains(Scene.ADDRESS);
          TenantScope scope = operator.enter(TENANT);
          assertThat(scope.tenant()).isEqualTo(TENANT.id());
          assertThat(scope.actor()).isEqualTo(new Actor.Operator());
          assertThat(scope.address()).contains(Scene.ADDRESS);
          assertThat(scope.managesMembers()).isTrue();
          assertThat(scope.environment()).isEqualTo(Environment.LIVE);
        });
  }

  @Test
  void anyOtherTokenIsRefused() {
    for (String other : new String[]{"", TEXT + " ", TEXT.substring(1), TEXT.toUpperCase(Locale.ROOT)}) {
      assertThat(token.admit(bearer(other), Optional.empty())).isEqualTo(new Refusal.OperatorTokenInvalid());
    }
  }

  @Test
  void anApiKeyIsNoOperatorToken() {
    assertThat(token.admit(bearer(new Scene().plain.reveal()), Optional.empty()))
        .isEqualTo(new Refusal.OperatorTokenInvalid());
  }

  @Test
  void theOperatorTokenIsNoApiKey() {
    assertThat(AccessPolicy.read(bearer(TEXT))).isInstanceOf(Refusal.KeyMalformed.class);
  }

  @Test
  void missingAndMalformedCredentialsAreDistinguished() {
    assertThat(token.admit(new PresentedCredentials.Missing(), Optional.empty()))
        .isEqualTo(new Refusal.CredentialsMissing());
    assertThat(token.admit(new PresentedCredentials.Malformed(CredentialFault.SCHEME), Optional.empty()))
        .isEqualTo(new Refusal.CredentialsMalformed(CredentialFault.SCHEME));
  }

  @Test
  void whatACopyLeavesAroundTheTokenIsNamed() {
    assertThat(token.admit(bearer('"' + TEXT + '"'), Optional.empty()))
        .isEqualTo(new Refusal.CredentialsMalformed(CredentialFault.QUOTED));
  }

  @Test
  void aTokenThatHasSuchCharactersItselfWorks() {
    OperatorToken quoted = new OperatorToken('"' + TEXT + '"');

    assertThat(quoted.admit(bearer('"' + TEXT + '"'), Optional.empty())).isInstanceOf(Operator.class);
    assertThat(quoted.admit(bearer('"' + TEXT + "!\""), Optional.empty()))
        .isEqualTo(new Refusal.OperatorTokenInvalid());
  }

  @Test
  void whatBelongsToAnotherTenantCannotBePutTogether() {
    Tenant other = Tenant.founded(new TenantId(9), new Name("Other"), NOW);
    Member member = new Member(
        new MemberId(2),
        TENANT.id(),
        new Email("ada@shop.example"),
        Role.OWNER,
        new PasswordHash("hash"),
        NOW);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Session("digest", member, other, SessionOrigin.UNKNOWN, NOW, NOW, NOW));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoredKey(new Scene().credential().key(), other));
  }

  private static PresentedCredentials bearer(String text) {
    return new PresentedCredentials.Bearer(new PresentedKey(text));
  }

  @Test
  void holderOfTheStartTokenHasNoAddress() {
    assertThat(new OperatorToken("x".repeat(OperatorToken.SHORTEST)).holder().address()).isEmpty();
  }
}

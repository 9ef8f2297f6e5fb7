package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.SessionToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is logged or put into a message goes through {@code toString}. */
class SecretsStayUnseenTest {

  private static final String CANARY = "zQ7zQ7zQ7zQ7zQ7zQ7zQ7zQ7zQ7zQ7zQ";
  private static final KeySecret SECRET = KeySecret.drawn(new Digits()::next);
  private static final PlainKey PLAIN = new PlainKey(Environment.LIVE, new KeyId(1), SECRET);

  /** Draws the digits of the canary one by one. */
  private static final class Digits {

    private int place;

    int next(int bound) {
      int digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(CANARY.charAt(place++));
      assertThat(digit).isLessThan(bound);
      return digit;
    }
  }

  static Stream<Object> whateverHoldsASecret() {
    Seal seal = new Seal("v1", CANARY.getBytes(StandardCharsets.US_ASCII));
    PresentedKey presented = new PresentedKey(PLAIN.reveal());
    return Stream.of(
        SECRET,
        PLAIN,
        presented,
        KeyFormat.read(presented),
        new PresentedCredentials.Bearer(presented),
        PLAIN.mask(),
        seal,
        ApiKey.made(
            PLAIN,
            seal,
            new TenantId(1),
            KeySettings.named(new Name("Till")),
            new Actor.Operator(),
            Instant.EPOCH),
        new OperatorToken(CANARY),
        new SessionToken(CANARY),
        Password.presented(CANARY).orElseThrow(),
        Password.presented(CANARY).orElseThrow(),
        new PasswordHash("$argon2id$" + CANARY));
  }

  @ParameterizedTest
  @MethodSource("whateverHoldsASecret")
  void noTextFormShowsTheSecret(Object secret) {
    assertThat(secret.toString()).doesNotContain("zQ7").doesNotContain("Q7z").doesNotContain("7zQ");
  }

  @Test
  void secretsCanBeRevealed() {
    assertThat(new String(SECRET.reveal(), StandardCharsets.US_ASCII)).isEqualTo(CANARY);
    assertThat(PLAIN.reveal()).contains(CANARY);
    assertThat(new SessionToken(CANARY).reveal()).isEqualTo(CANARY);
    assertThat(Password.presented(CANARY).orElseThrow().reveal()).isEqualTo(CANARY);
  }

  @Test
  void aSealGivesOutNothingThatChangesIt() {
    Seal seal = new Seal("v1", new byte[]{1, 2, 3});
    seal.mac()[0] = 9;

    assertThat(seal.hasMac(new byte[]{1, 2, 3})).isTrue();
  }

  @Test
  void sealsAreEqualByTheirPepperAndTheirBytes() {
    Seal seal = new Seal("v1", new byte[]{1, 2, 3});

    assertThat(seal).isEqualTo(new Seal("v1", new byte[]{1, 2, 3}));
    assertThat(seal).hasSameHashCodeAs(new Seal("v1", new byte[]{1, 2, 3}));
    assertThat(seal).isNotEqualTo(new Seal("v2", new byte[]{1, 2, 3}));
    assertThat(seal).isNotEqualTo(new Seal("v1", new byte[]{1, 2, 4}));
  }

  @Test
  void hiddenValueShowsItsType() {
    assertThat(SECRET).hasToString("KeySecret[\u2026]");
    assertThat(PLAIN).hasToString("PlainKey[" + PLAIN.mask().value() + "]");
    assertThat(new PresentedKey(CANARY)).hasToString("PresentedKey[\u2026]");
    assertThat(new Seal("v1", new byte[]{1})).hasToString("Seal[v1, \u2026]");
    assertThat(new OperatorToken(CANARY)).hasToString("OperatorToken[\u2026]");
    assertThat(new SessionToken(CANARY)).hasToString("SessionToken[\u2026]");
    assertThat(Password.presented(CANARY).orElseThrow()).hasToString("Password[\u2026]");
    assertThat(new PasswordHash(CANARY)).hasToString("PasswordHash[\u2026]");
  }

  @Test
  void hashesOfPasswordsAreEqualByTheirText() {
    PasswordHash hash = new PasswordHash("$argon2id$1");

    assertThat(hash.encoded()).isEqualTo("$argon2id$1");
    assertThat(hash).isEqualTo(new PasswordHash("$argon2id$1")).hasSameHashCodeAs(new PasswordHash("$argon2id$1"));
    assertThat(hash).isNotEqualTo(new PasswordHash("$argon2id$2"));
    assertThat(hash.equals((Object) "$argon2id$1")).isFalse();
    assertThat(hash).doesNotHaveSameHashCodeAs(new PasswordHash("$argon2id$2"));
    assertThat(new Seal("v1", new byte[]{1})).doesNotHaveSameHashCodeAs(new Seal("v1", new byte[]{2}));
    assertThat(new Seal("v1", new byte[]{1}).pepperVersion()).isEqualTo("v1");
  }
}

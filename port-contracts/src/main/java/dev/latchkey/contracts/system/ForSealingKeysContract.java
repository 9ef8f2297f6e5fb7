package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeySecret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForSealingKeys}. */
@Untested(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
    + "with which it was sealed, and compares in constant time.", because = "That it compares in constant time: no "
        + "test asserts a time. The domain's Seal compares.")
@Untested(of = ForSealingKeys.class, says = "An absent seal, or one whose pepper is unknown to this node, costs the "
    + "same work and never matches.", because = "That the work is the same: no test asserts a time.")
@ExtendWith(NeverNull.class)
public interface ForSealingKeysContract {

  /**
   * Creates an implementation with these peppers.
   *
   * @param peppers 32 bytes each, by version, the current one first
   */
  ForSealingKeys knowing(SequencedMap<String, byte[]> peppers);

  @Test
  @Promise(of = ForSealingKeys.class, says = "The same secret with the same pepper gives the same seal.")
  default void theSameSecretUnderTheSamePepperGivesTheSameSeal() {
    KeySecret secret = Visitors.secret();

    Seal seal = knowing(PepperSamples.of("v1")).seal(secret);

    assertThat(knowing(PepperSamples.of("v1")).seal(secret)).isEqualTo(seal);
    assertThat(knowing(PepperSamples.of("v1", "v0")).seal(secret)).isEqualTo(seal);
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Another secret gives another seal.")
  default void differentSecretsGiveDifferentSeals() {
    ForSealingKeys seals = knowing(PepperSamples.of("v1"));

    assertThat(seals.seal(Visitors.secret())).isNotEqualTo(seals.seal(Visitors.secret()));
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Seals of secrets for storage: HMAC-SHA-256 with a versioned pepper that "
      + "is not in the store.")
  @Promise(of = ForSealingKeys.class, says = "Seals a secret with the current pepper.")
  default void aSealIsAnHmacOfSha256UnderTheCurrentPepper() throws Exception {
    SequencedMap<String, byte[]> peppers = PepperSamples.of("v2", "v1");
    KeySecret secret = Visitors.secret();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(peppers.firstEntry().getValue(), "HmacSHA256"));

    Seal seal = knowing(peppers).seal(secret);

    assertThat(seal.pepperVersion()).isEqualTo("v2");
    assertThat(seal.mac()).isEqualTo(mac.doFinal(secret.reveal()));
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
      + "with which it was sealed, and compares in constant time.")
  default void theSealedSecretMatchesAndNoOtherDoes() {
    ForSealingKeys seals = knowing(PepperSamples.of("v1"));
    KeySecret secret = Visitors.secret();
    Optional<Seal> seal = Optional.of(seals.seal(secret));

    assertThat(seals.matches(secret, seal)).isTrue();
    assertThat(seals.matches(Visitors.secret(), seal)).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
      + "with which it was sealed, and compares in constant time.")
  default void aSecretMatchesUnderWhicheverPepperTheSealWasMade() {
    KeySecret secret = Visitors.secret();
    Seal old = knowing(PepperSamples.of("v1")).seal(secret);
    ForSealingKeys seals = knowing(PepperSamples.of("v3", "v2", "v1"));

    assertThat(seals.matches(secret, Optional.of(old))).isTrue();
    assertThat(seals.matches(Visitors.secret(), Optional.of(old))).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
      + "with which it was sealed, and compares in constant time.")
  default void aSealNeverMatchesUnderAnotherPepperThanItsOwn() {
    KeySecret secret = Visitors.secret();
    ForSealingKeys seals = knowing(PepperSamples.of("v2", "v1"));
    Seal relabelled = new Seal("v1", seals.seal(secret).mac());

    assertThat(seals.matches(secret, Optional.of(relabelled))).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "An absent seal, or one whose pepper is unknown to this node, costs the "
      + "same work and never matches.")
  default void anAbsentSealNeverMatches() {
    assertThat(knowing(PepperSamples.of("v1")).matches(Visitors.secret(), Optional.empty())).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "An absent seal, or one whose pepper is unknown to this node, costs the "
      + "same work and never matches.")
  default void aSealWhosePepperIsNotKnownHereNeverMatches() {
    KeySecret secret = Visitors.secret();
    ForSealingKeys seals = knowing(PepperSamples.of("v1"));
    Seal retired = knowing(PepperSamples.of("v0")).seal(secret);
    Seal relabelled = new Seal("V1", seals.seal(secret).mac());

    assertThat(seals.matches(secret, Optional.of(retired))).isFalse();
    assertThat(seals.matches(secret, Optional.of(relabelled))).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
      + "with which it was sealed, and compares in constant time.")
  default void aSealThatIsCutShortNeverMatches() {
    KeySecret secret = Visitors.secret();
    ForSealingKeys seals = knowing(PepperSamples.of("v1"));

    assertThat(seals.matches(secret, Optional.of(new Seal("v1", new byte[0])))).isFalse();
    assertThat(seals.matches(secret, Optional.of(new Seal("v1", new byte[32])))).isFalse();
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns a value by which two servers can check whether they have the "
      + "same pepper for a version that is known to this node.")
  @Promise(of = ForSealingKeys.class, says = "Neither the pepper nor a seal can be computed from it.")
  default void theCheckValueIsThePeppersAndNoSeal() {
    SequencedMap<String, byte[]> peppers = PepperSamples.of("v2", "v1");
    SequencedMap<String, byte[]> other = PepperSamples.of("v2", "v1");
    other.put("v1", PepperSamples.of("v2").firstEntry().getValue());
    String value = knowing(peppers).checkValue("v1");

    assertThat(value).matches("[0-9a-f]{64}").isEqualTo(knowing(PepperSamples.of("v1")).checkValue("v1"));
    assertThat(value).isNotEqualTo(knowing(peppers).checkValue("v2"));
    assertThat(value).isNotEqualTo(knowing(other).checkValue("v1"));
    assertThat(value).isNotEqualTo(HexFormat.of().formatHex(peppers.firstEntry().getValue()));
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns the versions of the peppers that are known to this node.")
  default void theVersionsOfThePeppersThatAreKnownHereAreTold() {
    assertThat(knowing(PepperSamples.of("v2", "v1")).pepperVersions()).containsExactlyInAnyOrder("v2", "v1");
  }

  @Test
  @Promise(of = ForSealingKeys.class, says = "Returns whether the secret matches the seal, regardless of the pepper "
      + "with which it was sealed, and compares in constant time.")
  default void secretsSealedAndMatchedAtOnceDoNotRunTogether() throws Exception {
    ForSealingKeys seals = knowing(PepperSamples.of("v1"));

    assertThat(
        Race.of(
            _ -> () -> {
              boolean right = true;
              for (int i = 0; i < 200; i++) {
                KeySecret secret = Visitors.secret();
                Optional<Seal> seal = Optional.of(seals.seal(secret));
                right &= seals.matches(secret, seal) && !seals.matches(Visitors.secret(), seal);
              }
              return right;
            }))
        .containsOnly(true);
  }
}

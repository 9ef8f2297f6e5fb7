package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForHashingPasswords}. */
@Untested(of = ForHashingPasswords.class, says = "Hashes of passwords for storage: Argon2id with a separate salt for "
    + "each hash.", because = "That it is Argon2id: the adapter's own test reads the hash; the fixture uses a fast "
        + "hash.")
@Untested(of = ForHashingPasswords.class, says = "Hashing is deliberately slow and is never called on an event "
    + "loop.", because = "No test asserts a time, and which thread calls is up to the caller.")
@Untested(of = ForHashingPasswords.class, says = "An absent hash costs the same work and never "
    + "matches.", because = "That the work is the same: no test asserts a time.")
@ExtendWith(NeverNull.class)
public interface ForHashingPasswordsContract {

  ForHashingPasswords passwords();

  @Test
  @Promise(of = ForHashingPasswords.class, says = "Hashes a password with a new salt: the same password twice gives "
      + "two different hashes.")
  @Promise(of = ForHashingPasswords.class, says = "Returns whether the password matches the hash.")
  default void theSamePasswordTwiceGivesTwoDifferentHashesThatBothMatch() {
    Password password = password("correct horse");
    PasswordHash once = passwords().hash(password);
    PasswordHash twice = passwords().hash(password);

    assertThat(once).isNotEqualTo(twice);
    assertThat(passwords().matches(password, Optional.of(once))).isTrue();
    assertThat(passwords().matches(password, Optional.of(twice))).isTrue();
  }

  @Test
  @Promise(of = ForHashingPasswords.class, says = "Returns whether the password matches the hash.")
  default void noOtherPasswordMatches() {
    Optional<PasswordHash> hash = Optional.of(passwords().hash(password("caf\u00e9 horse")));

    for (String other : List.of("Caf\u00e9 horse", "caf\u00e9 horse ", "cafe\u0301 horse", "cafe horse",
        "caf? horse")) {
      assertThat(passwords().matches(password(other), hash)).isFalse();
    }
  }

  @Test
  @Promise(of = ForHashingPasswords.class, says = "Returns whether the password matches the hash.")
  default void aPasswordCountsToItsLastCharacter() {
    String longest = "\ud83d\udd11".repeat(Password.LONGEST - 1);
    Optional<PasswordHash> hash = Optional.of(passwords().hash(password(longest + "a")));

    assertThat(passwords().matches(password(longest + "a"), hash)).isTrue();
    assertThat(passwords().matches(password(longest + "b"), hash)).isFalse();
  }

  @Test
  @Promise(of = ForHashingPasswords.class, says = "An absent hash costs the same work and never matches.")
  default void anAbsentHashNeverMatches() {
    assertThat(passwords().matches(password("correct horse"), Optional.empty())).isFalse();
  }

  @Test
  @Promise(of = ForHashingPasswords.class, says = "No word of the password is in the hash.")
  default void aHashDoesNotHoldThePassword() {
    assertThat(passwords().hash(password("correct horse")).encoded()).doesNotContain("correct", "horse");
  }

  @Test
  @Promise(of = ForHashingPasswords.class, says = "Hashes of passwords for storage: Argon2id with a separate salt for "
      + "each hash.")
  default void aHashMatchesAfterItWasStoredAsText() {
    Password password = password("correct horse");
    String stored = passwords().hash(password).encoded();

    assertThat(passwords().matches(password, Optional.of(new PasswordHash(stored)))).isTrue();
  }

  private static Password password(String text) {
    return Password.presented(text).orElseThrow();
  }
}

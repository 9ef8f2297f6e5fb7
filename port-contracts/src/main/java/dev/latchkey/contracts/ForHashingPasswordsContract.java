package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All that is asked of an implementation of {@code ForHashingPasswords}. */
public interface ForHashingPasswordsContract {

  ForHashingPasswords passwords();

  @Test
  default void theSamePasswordTwiceGivesTwoDifferentHashesThatBothMatch() {
    Password password = password("correct horse");
    PasswordHash once = passwords().hash(password);
    PasswordHash twice = passwords().hash(password);

    assertThat(once).isNotEqualTo(twice);
    assertThat(passwords().matches(password, Optional.of(once))).isTrue();
    assertThat(passwords().matches(password, Optional.of(twice))).isTrue();
  }

  @Test
  default void noOtherPasswordMatches() {
    Optional<PasswordHash> hash = Optional.of(passwords().hash(password("caf\u00e9 horse")));

    for (String other : List.of("Caf\u00e9 horse", "caf\u00e9 horse ", "cafe\u0301 horse", "cafe horse",
        "caf? horse")) {
      assertThat(passwords().matches(password(other), hash)).isFalse();
    }
  }

  @Test
  default void aPasswordCountsToItsLastCharacter() {
    String longest = "\ud83d\udd11".repeat(Password.LONGEST - 1);
    Optional<PasswordHash> hash = Optional.of(passwords().hash(password(longest + "a")));

    assertThat(passwords().matches(password(longest + "a"), hash)).isTrue();
    assertThat(passwords().matches(password(longest + "b"), hash)).isFalse();
  }

  @Test
  default void anAbsentHashNeverMatches() {
    assertThat(passwords().matches(password("correct horse"), Optional.empty())).isFalse();
  }

  @Test
  default void aHashDoesNotHoldThePassword() {
    assertThat(passwords().hash(password("correct horse")).encoded()).doesNotContain("correct", "horse");
  }

  @Test
  default void aHashMatchesAfterItWasStoredAsText() {
    Password password = password("correct horse");
    String stored = passwords().hash(password).encoded();

    assertThat(passwords().matches(password, Optional.of(new PasswordHash(stored)))).isTrue();
  }

  private static Password password(String text) {
    return Password.chosen(text).orElseThrow();
  }
}

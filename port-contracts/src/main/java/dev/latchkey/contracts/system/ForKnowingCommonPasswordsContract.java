package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.tenant.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForKnowingCommonPasswords}. */
@Untested(of = ForKnowingCommonPasswords.class, says = "Returns whether the password is on a list of at least 3,000 "
    + "common passwords, regardless of the case of its letters.", because = "The length of the list: the fixture has a "
        + "short one. KeptCommonPasswordsTest counts its entries.")
@ExtendWith(NeverNull.class)
public interface ForKnowingCommonPasswordsContract {

  ForKnowingCommonPasswords passwords();

  @Test
  @Promise(of = ForKnowingCommonPasswords.class, says = "The passwords that most people choose and that attackers "
      + "therefore try first.")
  @Promise(of = ForKnowingCommonPasswords.class, says = "Returns whether the password is on a list of at least 3,000 "
      + "common passwords, regardless of the case of its letters.")
  default void commonPasswordIsKnown() {
    for (String text : new String[]{"password", "12345678", "qwertyuiop", "iloveyou", "PASSWORD", "Iloveyou"}) {
      assertThat(passwords().isCommon(Password.presented(text).orElseThrow())).as(text).isTrue();
    }
  }

  @Test
  @Promise(of = ForKnowingCommonPasswords.class, says = "Returns whether the password is on a list of at least 3,000 "
      + "common passwords, regardless of the case of its letters.")
  default void rarePasswordIsNot() {
    for (String text : new String[]{"a long pass phrase", "password that nobody has", "Xk3-vv9-Qo1"}) {
      assertThat(passwords().isCommon(Password.presented(text).orElseThrow())).isFalse();
    }
  }
}

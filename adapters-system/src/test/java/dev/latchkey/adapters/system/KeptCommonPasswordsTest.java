package dev.latchkey.adapters.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.contracts.system.ForKnowingCommonPasswordsContract;
import dev.latchkey.domain.tenant.Password;
import org.junit.jupiter.api.Test;

class KeptCommonPasswordsTest implements ForKnowingCommonPasswordsContract {

  @Override
  public ForKnowingCommonPasswords passwords() {
    return new KeptCommonPasswords();
  }

  @Test
  void thirtyEightThousandPasswordsThatAreLongEnoughAreOnTheList() {
    assertThat(KeptCommonPasswords.size()).isGreaterThan(38_000);
    for (String text : new String[]{"password1", "p@ssw0rd", "trustno1", "baseball", "superman", "1q2w3e4r"}) {
      assertThat(passwords().isCommon(Password.presented(text).orElseThrow())).as(text).isTrue();
    }
  }

  @Test
  void spacesAndInvisibleCharactersMakeACommonPasswordNoRarer() {
    for (String text : new String[]{" password ", "p a s s w o r d", "\u200Bpassword", "\uFF50assword"}) {
      assertThat(passwords().isCommon(Password.presented(text).orElseThrow())).as(text).isTrue();
    }
  }
}

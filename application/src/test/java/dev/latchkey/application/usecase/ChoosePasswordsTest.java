package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.fixtures.FewCommonPasswords;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoosePasswordsTest {

  private static final PasswordOwner ADA = new PasswordOwner(
      Optional.of(new Email("ada@shop.example")), Optional.of(new Name("Shop")));

  private final ChoosePasswords passwords = new ChoosePasswords(new FewCommonPasswords());

  @Test
  void commonPasswordIsRefusedAndARareOneIsChosen() {
    assertThat(passwords.choose("iLoveYou", ADA)).isEqualTo(PasswordFault.COMMON);
    assertThat(passwords.choose("ada@shop.example", ADA)).isEqualTo(PasswordFault.PERSONAL);
    assertThat(passwords.choose("correct horse", ADA)).isInstanceOfSatisfying(
        ChosenPassword.class, chosen -> assertThat(chosen.password().reveal()).isEqualTo("correct horse"));
  }
}

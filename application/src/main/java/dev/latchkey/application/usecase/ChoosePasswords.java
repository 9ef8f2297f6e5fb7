package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.PasswordReading;

/** Validates new passwords with the list of common passwords. */
public final class ChoosePasswords implements ForChoosingPasswords {

  private final ForKnowingCommonPasswords common;

  public ChoosePasswords(ForKnowingCommonPasswords common) {
    this.common = common;
  }

  @Override
  public PasswordReading choose(String text, PasswordOwner owner) {
    return ChosenPassword.read(text, owner, common::isCommon);
  }
}

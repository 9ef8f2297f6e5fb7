package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordFault;
import dev.latchkey.domain.tenant.PasswordOwner;
import java.util.List;
import java.util.Optional;

/** Decoder of a new password. */
public final class PasswordInput {

  private static final String MEMBER = "password";

  private static final FieldDecoder<String> TEXT = FieldDecoder.of(
      Schema.ofType("string")
          .with("minLength", ChosenPassword.SHORTEST)
          .with("maxLength", Password.LONGEST)
          .with("format", "password")
          .saying(
              "Rejects common passwords and passwords that consist mostly of the e-mail address, the tenant's name or "
                  + "the word Latchkey."),
      FieldDecoder.TEXT);

  private PasswordInput() {}

  public static Optional<ChosenPassword> required(JsonObjectReader object, ForChoosingPasswords passwords,
      PasswordOwner owner) {
    return object.required(MEMBER, TEXT).flatMap(text -> chosen(object, text, passwords, owner));
  }

  public static FieldUpdate<ChosenPassword> edit(JsonObjectReader object, ForChoosingPasswords passwords,
      PasswordOwner owner) {
    return object.given(MEMBER, TEXT)
        .flatMap(text -> chosen(object, text, passwords, owner))
        .map(FieldUpdate::to)
        .orElseGet(FieldUpdate::keep);
  }

  private static Optional<ChosenPassword> chosen(
      JsonObjectReader object, String text, ForChoosingPasswords passwords, PasswordOwner owner) {
    return switch (passwords.choose(text, owner)) {
      case ChosenPassword chosen -> Optional.of(chosen);
      case PasswordFault fault -> {
        Violations.note(object, List.of(fault.fault()));
        yield Optional.empty();
      }
    };
  }
}

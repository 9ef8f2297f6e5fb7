package dev.latchkey.adapters.rest.member;

import dev.latchkey.adapters.rest.field.ContactInput;
import dev.latchkey.adapters.rest.field.PasswordInput;
import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Role;
import java.util.Optional;

/** Decoder of members. */
final class MemberInput {

  private static final FieldDecoder<Role> ROLE = FieldDecoder.oneOf(Role.values(), Enum::name);

  private MemberInput() {}

  /** A member to add. */
  record Draft(Email email, ChosenPassword password, Role role) {}

  /** A change to a member. */
  record Change(FieldUpdate<Role> role, FieldUpdate<ChosenPassword> password) {}

  static Optional<Draft> readDraft(
      JsonObjectReader member, ForChoosingPasswords passwords, Name tenant) {
    Optional<Email> email = member.required("email", ContactInput.LOGIN);
    Optional<ChosenPassword> password = PasswordInput.required(
        member, passwords, new PasswordOwner(email, Optional.of(tenant)));
    Optional<Role> role = member.required("role", ROLE);
    return member.build(() -> new Draft(email.orElseThrow(), password.orElseThrow(), role.orElseThrow()));
  }

  static Optional<Change> readChange(JsonObjectReader member, ForChoosingPasswords passwords,
      PasswordOwner owner) {
    FieldUpdate<Role> role = new UpdateReader(member).settable("role", ROLE);
    FieldUpdate<ChosenPassword> password = PasswordInput.edit(member, passwords, owner);
    return member.build(() -> new Change(role, password));
  }
}

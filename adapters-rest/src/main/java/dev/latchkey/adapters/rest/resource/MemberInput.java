package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.input.ObjectReader;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Role;
import java.util.Optional;

/** What is sent about members. */
public final class MemberInput {

  private static final Kind<Role> ROLE = Kind.oneOf(Role.values(), Enum::name);

  private MemberInput() {}

  /** A member to be added. */
  public record Draft(Email email, Password password, Role role) {}

  /** What is to be changed about a member. */
  public record Change(Edit<Role> role, Edit<Password> password) {}

  public static Optional<Draft> readDraft(ObjectReader member) {
    Optional<Email> email = member.required("email", ContactInput.LOGIN);
    Optional<Password> password = member.required("password", TenantInput.PASSWORD);
    Optional<Role> role = member.required("role", ROLE);
    return member.build(() -> new Draft(email.orElseThrow(), password.orElseThrow(), role.orElseThrow()));
  }

  public static Optional<Change> readChange(ObjectReader member) {
    Edit<Role> role = member.edit("role", ROLE);
    Edit<Password> password = member.edit("password", TenantInput.PASSWORD);
    return member.build(() -> new Change(role, password));
  }
}

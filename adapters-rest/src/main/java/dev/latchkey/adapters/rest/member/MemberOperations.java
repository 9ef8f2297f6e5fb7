package dev.latchkey.adapters.rest.member;

import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.description.ResponseSpec;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.tenant.TenantOperations;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.Role;
import java.util.List;
import java.util.Optional;

/** Operations on the members of a tenant. */
public final class MemberOperations {

  private static final String MEMBERS = "/api/platform/v1/tenants/{tenant_id}/members";
  private static final String MEMBER = MEMBERS + "/{member_id}";

  private static final Member EXAMPLE = new Member(
      new MemberId(7),
      TenantOperations.EXAMPLE.id(),
      new Email("ada@example.com"),
      Role.ADMIN,
      new PasswordHash("not shown"),
      Operation.EXAMPLE_TIME);

  private static final PasswordOwner OWNER = new PasswordOwner(Optional.empty(), Optional.empty());

  /** Not called with a password: the description is made by reading an empty object. */
  private static final ForChoosingPasswords PASSWORDS = (text, owner) -> ChosenPassword.read(text, owner, _ -> false);

  private MemberOperations() {}

  /** Returns the operations. */
  public static List<Operation> all() {
    return List.of(
        Operation
            .of("POST", MEMBERS, "addMember", TenantOperations.TAG, "Add a member who can sign in to the dashboard")
            .withStrictBody("NewMemberInput",
                member -> MemberInput.readDraft(member, PASSWORDS, TenantOperations.EXAMPLE.name()), """
                    {"email": "ada@example.com", "password": "a long pass phrase", "role": "ADMIN"}""")
            .responds(201, MemberJson.of(EXAMPLE))
            .fails(ProblemType.MEMBER_EXISTS),
        Operation.of("GET", MEMBERS, "listMembers", TenantOperations.TAG, "List the members of a tenant, newest first")
            .withQuery(PageInput::read)
            .lists(MemberJson.of(EXAMPLE)),
        Operation.of("GET", MEMBER, "getMember", TenantOperations.TAG, "Retrieve a member")
            .responds(200, MemberJson.of(EXAMPLE)),
        Operation.of("PATCH", MEMBER, "updateMember", TenantOperations.TAG, "Update a member's role or password")
            .withDetails("A new password ends the member's sessions.")
            .withStrictBody("MemberChangeInput", member -> MemberInput.readChange(member, PASSWORDS, OWNER), """
                {"role": "VIEWER"}""")
            .responds(200, MemberJson.of(EXAMPLE)),
        Operation
            .of("DELETE", MEMBER, "removeMember", TenantOperations.TAG, "Remove a member and end the member's sessions")
            .responds(ResponseSpec.empty(204, "The member was removed.")));
  }
}

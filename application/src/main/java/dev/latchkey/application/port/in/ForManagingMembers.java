package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.Role;
import java.util.Optional;

/**
 * The people who work for a tenant. Every method throws {@link StoreUnavailable} where the store cannot be reached. A
 * member may hand on anything, so those who add, change and remove members must be able to as well: with a scope that
 * does not manage members these three throw {@link IllegalArgumentException}.
 */
public interface ForManagingMembers {

  /** How adding a member ended. */
  sealed interface Adding {

    record Added(Member member) implements Adding {}

    /** The tenant has a member with this e-mail address already. Nothing was stored. */
    record EmailTaken() implements Adding {}
  }

  /** Adds a member, who can sign in once this returns. Slow on purpose; never called on an event loop. */
  Adding add(TenantScope scope, Email email, Password password, Role role);

  /** The tenant's members, newest first. */
  Page<Member> list(TenantView scope, PageRequest request);

  /** The member; empty where the tenant has none of that id. */
  Optional<Member> find(TenantView scope, MemberId id);

  /**
   * Changes a member. A role is in force before this returns, and a password ends all of the member's sessions. Slow on
   * purpose where there is a password; never called on an event loop.
   *
   * @return the member after the change; empty where the tenant has none of that id
   */
  Optional<Member> change(TenantScope scope, MemberId id, Edit<Role> role, Edit<Password> password);

  /**
   * Removes a member for good and ends all of the member's sessions; the audit trail keeps e-mail address and role. The
   * last member and the last owner can be removed too.
   *
   * @return the member that was removed; empty where the tenant has none of that id
   */
  Optional<Member> remove(TenantScope scope, MemberId id);
}

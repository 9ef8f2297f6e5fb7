package dev.latchkey.application.port.in;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import java.util.Optional;

/**
 * The people who work for a tenant. Every method throws {@link StoreUnavailable} where the store cannot be reached, and a
 * change also where others keep being first. A
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

  /** How changing or removing a member ended. */
  sealed interface Changing {

    /** The member as it is after the change, or was before the removal. */
    record Changed(Member member) implements Changing {}

    /** The tenant has none of that id. */
    record NoSuchMember() implements Changing {}

    /** Members change neither their own role nor remove themselves, so that there is always an owner. Nothing changed. */
    record Oneself() implements Changing {}

    /** The member who acts is no longer an owner: another one was faster. Nothing changed. */
    record NoLongerOwner() implements Changing {}
  }

  /** Adds a member, who can sign in once this returns. Slow on purpose; never called on an event loop. */
  Adding add(TenantScope scope, Email email, ChosenPassword password, Role role);

  /** The tenant's members, newest first. */
  Page<Member> list(TenantView scope, PageRequest request);

  /** The member; empty where the tenant has none of that id. */
  Optional<Member> find(TenantView scope, MemberId id);

  /**
   * Changes a member. A role is in force before this returns, and a password ends all of the member's sessions. Slow on
   * purpose where there is a password; never called on an event loop.
   */
  Changing change(TenantScope scope, MemberId id, FieldUpdate<Role> role, FieldUpdate<ChosenPassword> password);

  /**
   * Removes a member for good and ends all of the member's sessions; the audit trail keeps e-mail address and role. The
   * operator can remove the last member and the last owner too.
   */
  Changing remove(TenantScope scope, MemberId id);
}

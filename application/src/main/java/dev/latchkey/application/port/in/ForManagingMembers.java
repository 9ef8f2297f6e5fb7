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
 * Manages the members of a tenant. Every method throws {@link StoreUnavailable} if the store cannot be reached, and
 * changes also after too many conflicts. A member may grant any right to a key, so adding, changing and removing
 * members requires a scope that manages members: with any other scope these three methods throw
 * {@link IllegalArgumentException}.
 */
public interface ForManagingMembers {

  /** The result of adding a member. */
  sealed interface Adding {

    record Added(Member member) implements Adding {}

    /** The tenant already has a member with this e-mail address. Nothing was stored. */
    record EmailTaken() implements Adding {}
  }

  /** The result of changing or removing a member. */
  sealed interface Changing {

    /** The member after the change, or before the removal. */
    record Changed(Member member) implements Changing {}

    /** The tenant has no member with that id. */
    record NoSuchMember() implements Changing {}

    /**
     * Members can neither change their own role nor remove themselves, so that there is always an owner. Nothing was
     * changed.
     */
    record Oneself() implements Changing {}

    /** The acting member is no longer an owner because of a concurrent change. Nothing was changed. */
    record NoLongerOwner() implements Changing {}
  }

  /** Adds a member, who can sign in once this returns. Slow on purpose; never called on an event loop. */
  Adding add(TenantScope scope, Email email, ChosenPassword password, Role role);

  /** Returns the tenant's members, newest first. */
  Page<Member> list(TenantView scope, PageRequest request);

  /** Returns the member; empty if the tenant has none with that id. */
  Optional<Member> find(TenantView scope, MemberId id);

  /**
   * Changes a member. A new role is effective before this returns, and a new password ends all of the member's
   * sessions. Slow on purpose if the password changes; never called on an event loop.
   */
  Changing change(TenantScope scope, MemberId id, FieldUpdate<Role> role, FieldUpdate<ChosenPassword> password);

  /**
   * Removes a member permanently and ends all of the member's sessions; the audit trail keeps e-mail address and role.
   * The operator can also remove the last member and the last owner.
   */
  Changing remove(TenantScope scope, MemberId id);
}

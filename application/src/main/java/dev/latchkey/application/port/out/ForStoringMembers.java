package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.AcrossTenants;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Storage of the members of tenants and of their sessions. A member of a tenant other than the scope's is not visible.
 * Times are returned as they were stored, to the microsecond.
 * Every method throws {@link StoreUnavailable} if the store cannot be reached, and the outcome is then unknown.
 */
public interface ForStoringMembers {

  /** The outcome of adding a member. */
  enum Adding {
    ADDED,
    /** The tenant already has a member with this e-mail address. Nothing was written. */
    EMAIL_TAKEN
  }

  /**
   * Stores a new member and the audit entry, both or neither, unless the tenant already has a member with exactly this
   * e-mail address; of two concurrent ones, one is stored.
   *
   * @throws IllegalArgumentException if the member belongs to another tenant
   */
  Adding add(TenantScope scope, Member member, AuditEntry entry);

  /** Returns the member in its current state; empty if the tenant has none with this id. */
  Optional<Member> find(TenantView scope, MemberId id);

  /** Returns the tenant's members, newest first. */
  Page<Member> list(TenantView scope, PageRequest request);

  /**
   * Replaces the member if its stored state still equals {@code before}, and stores the audit entry, both or neither. A
   * changed password ends all sessions of the member in the same step; a changed role ends none. A member who
   * acts on another member must still be an owner, or nothing is written: of two owners who demote or remove each other
   * concurrently, one remains.
   *
   * @throws IllegalArgumentException if anything other than the role and the password differs
   */
  Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry);

  /**
   * Deletes the member and all of its sessions permanently if its stored state still equals {@code member}, and stores
   * the audit entry, all or nothing. A member who acts on another member must still be an owner, or nothing is written.
   */
  Written remove(TenantScope scope, Member member, AuditEntry entry);

  /**
   * Replaces the password of the account's member if the stored state of the member still equals {@code before}, ends
   * all sessions of the member and stores the audit entry, all or nothing.
   *
   * @throws IllegalArgumentException if {@code before} is not the account's member
   */
  Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry);

  /** Returns the sessions of the account's member that have not ended at that time, newest first. */
  List<Session> sessions(OwnAccount account, Instant now);

  /** Removes all sessions of the account's member except the one in which the member acts. */
  void endOtherSessions(OwnAccount account);

  /** Returns the tenant's member with exactly this e-mail address, including accents; empty if there is none. */
  @AcrossTenants("whoever signs in has proven nothing yet")
  Optional<Member> find(TenantId tenant, Email email);

  /**
   * Stores a new session, which any node finds, also after a restart, if the member still exists with this password.
   * The oldest sessions end if the member would otherwise have more than {@link Session#MOST_PER_MEMBER}. Deletes some
   * of the sessions that have ended by now.
   */
  @AcrossTenants("the password that was just compared is the proof, and the member carries the tenant")
  Written startSession(NewSession session);

  /** Records when the session that is stored under this digest was last used; does nothing if there is none. */
  @AcrossTenants("the session's token is the proof")
  void noteSeen(String tokenDigest, Instant at);

  /**
   * Returns the session that is stored under this digest with the current state of its member and tenant; empty if
   * there is none.
   */
  @AcrossTenants("the session's token is the proof")
  Optional<Session> findSession(String tokenDigest);

  /** Removes the session that is stored under this digest; does nothing if there is none. */
  @AcrossTenants("the session's token is the proof")
  void endSession(String tokenDigest);
}

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
 * The people who work for tenants, and their sessions. A member of another tenant than the scope's is not there. Every
 * method throws {@link StoreUnavailable} where the store cannot be reached, and then nothing is known.
 */
public interface ForStoringMembers {

  /** How adding a member ended. */
  enum Adding {
    ADDED,
    /** The tenant has a member with this e-mail address already. Nothing was written. */
    EMAIL_TAKEN
  }

  /**
   * Stores a new member and the audit entry, both or neither, unless the tenant has a member with exactly this e-mail
   * address; of two at once, one is stored.
   *
   * @throws IllegalArgumentException where the member is another tenant's
   */
  Adding add(TenantScope scope, Member member, AuditEntry entry);

  /** The member as it is now; empty where the tenant has none of that id. */
  Optional<Member> find(TenantView scope, MemberId id);

  /** The tenant's members, newest first. */
  Page<Member> list(TenantView scope, PageRequest request);

  /**
   * Replaces the member if it is still as it was before, and stores the audit entry, both or neither. Another password
   * ends all of the member's sessions in the same step; another role ends none. A member who acts on another one has to be
   * an owner still, or nothing is written: of two owners who demote or remove each other at once, one stays.
   *
   * @throws IllegalArgumentException where more than role and password differ
   */
  Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry);

  /**
   * Removes the member for good if it is still like this, with all of its sessions, and stores the audit entry, all or
   * nothing. A member who acts on another one has to be an owner still, or nothing is written.
   */
  Written remove(TenantScope scope, Member member, AuditEntry entry);

  /**
   * Replaces the password of the account's member if the member is still as it was before, ends all of the member's
   * sessions and stores the audit entry, all or nothing.
   *
   * @throws IllegalArgumentException where it is not the account's member
   */
  Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry);

  /** The sessions of the account's member that are not over at that moment, the newest first. */
  List<Session> sessions(OwnAccount account, Instant now);

  /** Removes all sessions of the account's member but the one in which the member acts. */
  void endOtherSessions(OwnAccount account);

  /** The tenant's member with exactly this e-mail address, accents and all; empty where there is none. */
  @AcrossTenants("whoever signs in has proven nothing yet")
  Optional<Member> find(TenantId tenant, Email email);

  /**
   * Stores a new session, so that any node and a restarted one finds it, if the member is still there with this password.
   * The oldest sessions end where the member would have more than {@link Session#MOST_PER_MEMBER}. Clears some of the
   * sessions that are over by now.
   */
  @AcrossTenants("the password that was just compared is the proof, and the member carries the tenant")
  Written startSession(NewSession session);

  /** Notes when the session stored under this digest was used last; nothing happens where there is none. */
  @AcrossTenants("the session's token is the proof")
  void noteSeen(String tokenDigest, Instant at);

  /** The session stored under this digest with its member and tenant as they are now; empty where there is none. */
  @AcrossTenants("the session's token is the proof")
  Optional<Session> findSession(String tokenDigest);

  /** Removes the session stored under this digest; nothing happens where there is none. */
  @AcrossTenants("the session's token is the proof")
  void endSession(String tokenDigest);
}

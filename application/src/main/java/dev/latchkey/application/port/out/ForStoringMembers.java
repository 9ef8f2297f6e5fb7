package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.AcrossTenants;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import java.time.Instant;
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
   * ends all of the member's sessions in the same step; another role ends none.
   *
   * @throws IllegalArgumentException where more than role and password differ
   */
  Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry);

  /**
   * Removes the member for good if it is still like this, with all of its sessions, and stores the audit entry, all or
   * nothing.
   */
  Written remove(TenantScope scope, Member member, AuditEntry entry);

  /** The tenant's member with exactly this e-mail address, accents and all; empty where there is none. */
  @AcrossTenants("whoever signs in has proven nothing yet")
  Optional<Member> find(TenantId tenant, Email email);

  /**
   * Stores a new session, so that any node and a restarted one finds it, if the member is still there with this password.
   * Clears some of the sessions that are over by now.
   *
   * @param tokenDigest see {@link SessionToken#digest}
   */
  @AcrossTenants("the password that was just compared is the proof, and the member carries the tenant")
  Written startSession(String tokenDigest, Member member, Instant now, Instant expiresAt);

  /** The session stored under this digest with its member and tenant as they are now; empty where there is none. */
  @AcrossTenants("the session's token is the proof")
  Optional<Session> findSession(String tokenDigest);

  /** Removes the session stored under this digest; nothing happens where there is none. */
  @AcrossTenants("the session's token is the proof")
  void endSession(String tokenDigest);
}

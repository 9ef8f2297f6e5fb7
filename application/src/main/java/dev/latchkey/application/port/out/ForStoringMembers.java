package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Session;
import dev.latchkey.domain.tenant.SessionToken;
import java.time.Instant;
import java.util.Optional;

/**
 * The people who work for tenants, and their sessions. Every method throws {@link StoreUnavailable} where the store
 * cannot be reached, and then nothing is known.
 */
public interface ForStoringMembers {

  /** The tenant's member with exactly this e-mail address, accents and all; empty where there is none. */
  Optional<Member> find(TenantId tenant, Email email);

  /**
   * Stores a new session, so that any node and a restarted one finds it.
   *
   * @param tokenDigest see {@link SessionToken#digest}
   */
  void startSession(String tokenDigest, MemberId member, Instant expiresAt);

  /** The session stored under this digest with its member and tenant as they are now; empty where there is none. */
  Optional<Session> findSession(String tokenDigest);

  /** Removes the session stored under this digest; nothing happens where there is none. */
  void endSession(String tokenDigest);
}

package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A store in which somebody else does something between a look at a member and what is made of it. */
record InterruptedMembers(ForStoringMembers store, Deque<Runnable> interruptions)
    implements
      ForStoringMembers {

  static InterruptedMembers by(ForStoringMembers store, Runnable... interruptions) {
    return new InterruptedMembers(store, new ArrayDeque<>(List.of(interruptions)));
  }

  private <T> T found(T member) {
    if (!interruptions.isEmpty()) {
      interruptions.poll().run();
    }
    return member;
  }

  @Override
  public Adding add(TenantScope scope, Member member, AuditEntry entry) {
    return store.add(scope, member, entry);
  }

  @Override
  public Optional<Member> find(TenantView scope, MemberId id) {
    return found(store.find(scope, id));
  }

  @Override
  public Page<Member> list(TenantView scope, PageRequest request) {
    return store.list(scope, request);
  }

  @Override
  public Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry) {
    return store.replace(scope, before, changed, entry);
  }

  @Override
  public Written remove(TenantScope scope, Member member, AuditEntry entry) {
    return store.remove(scope, member, entry);
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return found(store.find(tenant, email));
  }

  @Override
  public Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry) {
    return store.changePassword(account, before, password, entry);
  }

  @Override
  public List<Session> sessions(OwnAccount account, Instant now) {
    return store.sessions(account, now);
  }

  @Override
  public void endOtherSessions(OwnAccount account) {
    store.endOtherSessions(account);
  }

  @Override
  public Written startSession(NewSession session) {
    return store.startSession(session);
  }

  @Override
  public void noteSeen(String tokenDigest, Instant at) {
    store.noteSeen(tokenDigest, at);
  }

  @Override
  public Optional<Session> findSession(String tokenDigest) {
    return store.findSession(tokenDigest);
  }

  @Override
  public void endSession(String tokenDigest) {
    store.endSession(tokenDigest);
  }
}

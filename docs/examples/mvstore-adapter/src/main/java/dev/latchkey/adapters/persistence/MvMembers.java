package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.OwnAccount;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.NewSession;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Session;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps members and their sessions. */
@Singleton
final class MvMembers implements ForStoringMembers {

  private final Store store;
  private final AuditChain chain;

  MvMembers(Store store, AuditChain chain) {
    this.store = store;
    this.chain = chain;
  }

  @Override
  public Adding add(TenantScope scope, Member member, AuditEntry entry) {
    if (!member.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The member belongs to another tenant");
    }
    return store.write(change -> {
      if (find(change.view(), scope.tenant(), member.email()).isPresent()) {
        return Adding.EMAIL_TAKEN;
      }
      insert(change, member);
      chain.append(change, scope.tenant(), List.of(entry));
      return Adding.ADDED;
    });
  }

  @Override
  public Optional<Member> find(TenantView scope, MemberId id) {
    return store.read(view -> find(view, scope.tenant(), id));
  }

  @Override
  public Page<Member> list(TenantView scope, PageRequest request) {
    List<Member> found = store.read(
        view -> view.below(StoreMap.MEMBER, Key.of(scope.tenant()), request.before().orElse(Long.MAX_VALUE))
            .limit(request.limit() + 1L)
            .map(entry -> entry.as(MemberDocument.class).toMember())
            .toList());
    return Page.cut(found, request, member -> member.id().value());
  }

  @Override
  public Written replace(TenantScope scope, Member before, Member changed, AuditEntry entry) {
    if (!changed.equals(before.changed(FieldUpdate.to(changed.role()), FieldUpdate.to(changed.password())))) {
      throw new IllegalArgumentException("More than role and password differ");
    }
    return store.write(change -> {
      if (!isStill(change.view(), scope.tenant(), before) || !mayStillChange(change.view(), scope, before)) {
        return Written.STALE;
      }
      if (!changed.password().equals(before.password())) {
        MvSessions.removeOf(change, before.id());
      }
      change.put(StoreMap.MEMBER, key(changed), MemberDocument.from(changed));
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Written remove(TenantScope scope, Member member, AuditEntry entry) {
    return store.write(change -> {
      if (!isStill(change.view(), scope.tenant(), member) || !mayStillChange(change.view(), scope, member)) {
        return Written.STALE;
      }
      MvSessions.removeOf(change, member.id());
      change.remove(StoreMap.MEMBER, key(member));
      change.remove(StoreMap.MEMBER_BY_EMAIL, Key.of(member.tenant()).then(member.email().value()));
      chain.append(change, scope.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public Written changePassword(OwnAccount account, Member before, PasswordHash password, AuditEntry entry) {
    if (!before.id().equals(account.member().id())) {
      throw new IllegalArgumentException("The account is another member's");
    }
    return store.write(change -> {
      if (!isStill(change.view(), account.tenant(), before)) {
        return Written.STALE;
      }
      MvSessions.removeOf(change, before.id());
      Member changed = before.changed(FieldUpdate.keep(), FieldUpdate.to(password));
      change.put(StoreMap.MEMBER, key(changed), MemberDocument.from(changed));
      chain.append(change, account.tenant(), List.of(entry));
      return Written.DONE;
    });
  }

  @Override
  public List<Session> sessions(OwnAccount account, Instant now) {
    return store.read(view -> MvSessions.of(view, account.member().id())).stream()
        .filter(session -> !session.isOverAt(now))
        .toList();
  }

  @Override
  public void endOtherSessions(OwnAccount account) {
    store.write(change -> {
      MvSessions.removeOf(change, account.member().id(), account.session().tokenDigest());
      return Written.DONE;
    });
  }

  @Override
  public Optional<Member> find(TenantId tenant, Email email) {
    return store.read(view -> find(view, tenant, email));
  }

  @Override
  public Written startSession(NewSession session) {
    Member member = session.member();
    return store.write(change -> {
      if (find(change.view(), member.tenant(), member.id())
          .filter(current -> current.password().equals(member.password())).isEmpty()) {
        return Written.STALE;
      }
      MvSessions.add(change, session);
      return Written.DONE;
    });
  }

  @Override
  public void noteSeen(String tokenDigest, Instant at) {
    store.note(change -> {
      Key key = Key.ROOT.then(tokenDigest);
      change.view()
          .get(StoreMap.SESSION, key, SessionDocument.class)
          .ifPresent(session -> change.put(StoreMap.SESSION, key, session.seenAt(at)));
      return Written.DONE;
    });
  }

  @Override
  public Optional<Session> findSession(String tokenDigest) {
    return store.read(view -> MvSessions.find(view, tokenDigest));
  }

  @Override
  public void endSession(String tokenDigest) {
    store.write(change -> {
      change.remove(StoreMap.SESSION, Key.ROOT.then(tokenDigest));
      return Written.DONE;
    });
  }

  static void insert(Change change, Member member) {
    change.add(StoreMap.MEMBER, key(member), MemberDocument.from(member));
    change.add(
        StoreMap.MEMBER_BY_EMAIL,
        Key.of(member.tenant()).then(member.email().value()),
        member.id().value());
  }

  static Optional<Member> find(View view, TenantId tenant, MemberId id) {
    return view.get(StoreMap.MEMBER, Key.of(tenant).then(id), MemberDocument.class).map(MemberDocument::toMember);
  }

  private static Optional<Member> find(View view, TenantId tenant, Email email) {
    return view.get(StoreMap.MEMBER_BY_EMAIL, Key.of(tenant).then(email.value()), Long.class)
        .flatMap(id -> find(view, tenant, new MemberId(id)));
  }

  private static Key key(Member member) {
    return Key.of(member.tenant()).then(member.id());
  }

  private static boolean isStill(View view, TenantId tenant, Member before) {
    return find(view, tenant, before.id()).filter(before::equals).isPresent();
  }

  /** Returns whether the caller is no other member, or is still an owner. */
  private static boolean mayStillChange(View view, TenantScope scope, Member target) {
    return !(scope.actor() instanceof Actor.Staff(MemberId acting))
        || acting.equals(target.id())
        || find(view, scope.tenant(), acting).filter(member -> member.role() == Role.OWNER).isPresent();
  }
}

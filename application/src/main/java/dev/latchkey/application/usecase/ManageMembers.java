package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds, changes and removes members, each with an audit entry. */
public final class ManageMembers implements ForManagingMembers {

  private final ForStoringMembers members;
  private final ForHashingPasswords passwords;
  private final ForMintingIds ids;
  private final ForTellingTime time;
  private final AuditTrail trail;

  public ManageMembers(
      ForStoringMembers members, ForHashingPasswords passwords, ForMintingIds ids, ForTellingTime time) {
    this.members = members;
    this.passwords = passwords;
    this.ids = ids;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
  }

  @Override
  public Adding add(TenantScope scope, Email email, ChosenPassword password, Role role) {
    requireMembersManaged(scope);
    Member member = new Member(
        new MemberId(ids.next()), scope.tenant(), email, role, passwords.hash(password.password()), time.now());
    return switch (members.add(scope, member,
        entry(scope, AuditAction.MEMBER_ADDED, member, AuditedFields.created(member), Map.of()))) {
      case ADDED -> new Adding.Added(member);
      case EMAIL_TAKEN -> new Adding.EmailTaken();
    };
  }

  @Override
  public Page<Member> list(TenantView scope, PageRequest request) {
    return members.list(scope, request);
  }

  @Override
  public Optional<Member> find(TenantView scope, MemberId id) {
    return members.find(scope, id);
  }

  @Override
  public Changing change(TenantScope scope, MemberId id, FieldUpdate<Role> role, FieldUpdate<ChosenPassword> password) {
    requireMembersManaged(scope);
    FieldUpdate<PasswordHash> hash = password.map(chosen -> passwords.hash(chosen.password()));
    return OptimisticRetry.run(() -> tryToChange(scope, id, role, hash));
  }

  private Optional<Changing> tryToChange(
      TenantScope scope, MemberId id, FieldUpdate<Role> role, FieldUpdate<PasswordHash> hash) {
    Optional<Member> current = members.find(scope, id);
    if (current.isEmpty()) {
      return Optional.of(new Changing.NoSuchMember());
    }
    Member before = current.get();
    Member after = before.changed(role, hash);
    if (after.equals(before)) {
      return Optional.of(new Changing.Changed(before));
    }
    if (isOneself(scope, id) && after.role() != before.role()) {
      return Optional.of(new Changing.Oneself());
    }
    AuditEntry entry = entry(
        scope, AuditAction.MEMBER_CHANGED, after, AuditedFields.changed(before, after), changed(before, after));
    return switch (members.replace(scope, before, after, entry)) {
      case DONE -> Optional.of(new Changing.Changed(after));
      // A concurrent change or removal was first. Read the member again.
      case STALE -> mayStillChange(scope, id) ? Optional.empty() : Optional.of(new Changing.NoLongerOwner());
    };
  }

  @Override
  public Changing remove(TenantScope scope, MemberId id) {
    requireMembersManaged(scope);
    if (isOneself(scope, id)) {
      return new Changing.Oneself();
    }
    return OptimisticRetry.run(() -> tryToRemove(scope, id));
  }

  private Optional<Changing> tryToRemove(TenantScope scope, MemberId id) {
    Optional<Member> current = members.find(scope, id);
    if (current.isEmpty()) {
      return Optional.of(new Changing.NoSuchMember());
    }
    AuditEntry entry = entry(scope, AuditAction.MEMBER_REMOVED, current.get(), FieldChanges.NONE, Map.of());
    return switch (members.remove(scope, current.get(), entry)) {
      case DONE -> Optional.of(new Changing.Changed(current.get()));
      // A concurrent change or removal was first. Read the member again, so that the trail has the member's final
      // role.
      case STALE -> mayStillChange(scope, id) ? Optional.empty() : Optional.of(new Changing.NoLongerOwner());
    };
  }

  private static void requireMembersManaged(TenantScope scope) {
    if (!scope.managesMembers()) {
      throw new IllegalArgumentException("The scope does not manage members");
    }
  }

  private static boolean isOneself(TenantScope scope, MemberId id) {
    return scope.actor().equals(new Actor.Staff(id));
  }

  /** Whether the actor may still change the member. Members have to be owners to change another member. */
  private boolean mayStillChange(TenantScope scope, MemberId id) {
    return switch (scope.actor()) {
      case Actor.Operator() -> true;
      case Actor.Holder _ -> true;
      case Actor.Staff(MemberId acting) ->
        acting.equals(id) || members.find(scope, acting).filter(member -> member.role() == Role.OWNER).isPresent();
    };
  }

  private AuditEntry entry(
      TenantScope scope, AuditAction action, Member member, FieldChanges changes, Map<String, String> more) {
    Map<String, String> details = new HashMap<>(more);
    details.put("email", member.email().value());
    details.put("role", member.role().name());
    return trail.entry(scope, action, member.id(), changes, details);
  }

  /** Returns the names of the changed fields, including the password, whose values the trail never contains. */
  private static Map<String, String> changed(Member before, Member after) {
    List<String> changed = new ArrayList<>();
    if (before.role() != after.role()) {
      changed.add("role");
    }
    if (!before.password().equals(after.password())) {
      changed.add("password");
    }
    return Map.of("changed", String.join(", ", changed));
  }
}

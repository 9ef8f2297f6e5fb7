package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.Edit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members come, change and go, each time with an audit entry. */
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
  public Adding add(TenantScope scope, Email email, Password password, Role role) {
    requireMembersManaged(scope);
    Member member = new Member(
        new MemberId(ids.next()), scope.tenant(), email, role, passwords.hash(password), time.now());
    return switch (members.add(scope, member, entry(scope, AuditAction.MEMBER_ADDED, member, Map.of()))) {
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
  public Optional<Member> change(TenantScope scope, MemberId id, Edit<Role> role, Edit<Password> password) {
    requireMembersManaged(scope);
    Edit<PasswordHash> hash = hashed(password);
    while (true) {
      Optional<Member> current = members.find(scope, id);
      if (current.isEmpty()) {
        return Optional.empty();
      }
      Member before = current.get();
      Member after = before.changed(role, hash);
      if (after.equals(before)) {
        return current;
      }
      AuditEntry entry = entry(scope, AuditAction.MEMBER_CHANGED, after, changes(before, after));
      switch (members.replace(scope, before, after, entry)) {
        case DONE -> {
          return Optional.of(after);
        }
        case STALE -> {
          // Somebody else changed or removed the member meanwhile: look again at what they left.
        }
      }
    }
  }

  @Override
  public Optional<Member> remove(TenantScope scope, MemberId id) {
    requireMembersManaged(scope);
    while (true) {
      Optional<Member> current = members.find(scope, id);
      if (current.isEmpty()) {
        return Optional.empty();
      }
      AuditEntry entry = entry(scope, AuditAction.MEMBER_REMOVED, current.get(), Map.of());
      switch (members.remove(scope, current.get(), entry)) {
        case DONE -> {
          return current;
        }
        case STALE -> {
          // The member was changed or removed meanwhile: look again, so that the trail tells the role of the end.
        }
      }
    }
  }

  private static void requireMembersManaged(TenantScope scope) {
    if (!scope.managesMembers()) {
      throw new IllegalArgumentException("The scope does not manage members");
    }
  }

  private Edit<PasswordHash> hashed(Edit<Password> password) {
    return switch (password) {
      case Edit.Keep<Password>() -> Edit.keep();
      case Edit.To<Password>(Password chosen) -> Edit.to(passwords.hash(chosen));
    };
  }

  private AuditEntry entry(TenantScope scope, AuditAction action, Member member, Map<String, String> more) {
    Map<String, String> details = new HashMap<>(more);
    details.put("email", member.email().value());
    details.put("role", member.role().name());
    return trail.entry(scope, action, member.id(), details);
  }

  private static Map<String, String> changes(Member before, Member after) {
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

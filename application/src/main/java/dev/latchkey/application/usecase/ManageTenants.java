package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Creates, changes and suspends tenants, each with an audit entry. */
public final class ManageTenants implements ForManagingTenants {

  private final ForStoringTenants tenants;
  private final ForHashingPasswords passwords;
  private final ForMintingIds ids;
  private final ForTellingTime time;
  private final AuditTrail trail;

  public ManageTenants(
      ForStoringTenants tenants, ForHashingPasswords passwords, ForMintingIds ids, ForTellingTime time) {
    this.tenants = tenants;
    this.passwords = passwords;
    this.ids = ids;
    this.time = time;
    this.trail = new AuditTrail(ids, time);
  }

  @Override
  public Tenant create(Operator operator, Name name, Optional<OwnerLogin> owner) {
    Instant now = time.now();
    Tenant tenant = Tenant.founded(new TenantId(ids.next()), name, now);
    TenantScope scope = operator.enter(tenant);
    List<Member> members = new ArrayList<>();
    List<AuditEntry> entries = new ArrayList<>();
    entries.add(
        trail.entry(
            scope,
            AuditAction.TENANT_CREATED,
            tenant.id(),
            AuditedFields.created(tenant),
            Map.of("name", name.value())));
    owner.ifPresent(login -> {
      Member member = new Member(
          new MemberId(ids.next()), tenant.id(), login.email(), Role.OWNER, passwords.hash(login.password().password()),
          now);
      members.add(member);
      entries.add(
          trail.entry(
              scope,
              AuditAction.MEMBER_ADDED,
              member.id(),
              AuditedFields.created(member),
              Map.of("email", login.email().value(), "role", Role.OWNER.name())));
    });
    tenants.add(operator, tenant, members, entries);
    return tenant;
  }

  @Override
  public Optional<Tenant> find(Operator operator, TenantId id) {
    return tenants.find(operator, id);
  }

  @Override
  public Page<Tenant> list(Operator operator, TenantFilter filter, PageRequest request) {
    return tenants.list(operator, filter, request);
  }

  @Override
  public Optional<Tenant> change(
      Operator operator, TenantId id, FieldUpdate<Name> name, FieldUpdate<TenantStatus> status,
      Optional<String> reason) {
    return OptimisticRetry.run(() -> tryToChange(operator, id, name, status, reason));
  }

  /** Returns what {@link #change} returns; empty if another writer came first. */
  private Optional<Optional<Tenant>> tryToChange(
      Operator operator, TenantId id, FieldUpdate<Name> name, FieldUpdate<TenantStatus> status,
      Optional<String> reason) {
    Optional<Tenant> current = tenants.find(operator, id);
    if (current.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Tenant changed = current.get().changed(name, status);
    if (AuditedFields.changed(current.get(), changed).isEmpty()) {
      return Optional.of(current);
    }
    AuditEntry entry = entry(operator, current.get(), changed, reason);
    return switch (tenants.replace(operator, changed, entry)) {
      case DONE -> Optional.of(Optional.of(changed));
      // A concurrent change was first. This change is applied again to the new state.
      case STALE -> Optional.empty();
    };
  }

  private AuditEntry entry(Operator operator, Tenant before, Tenant after, Optional<String> reason) {
    Map<String, String> details = new TreeMap<>();
    details.put("name", after.name().value());
    details.put("status", after.standing().name());
    reason.ifPresent(why -> details.put("reason", why));
    FieldChanges changes = AuditedFields.changed(before, after);
    return trail.entry(operator.enter(after), action(before, after), after.id(), changes, details);
  }

  private static AuditAction action(Tenant before, Tenant after) {
    if (before.standing() == after.standing()) {
      return AuditAction.TENANT_RENAMED;
    }
    return switch (after.standing()) {
      case ACTIVE -> AuditAction.TENANT_REACTIVATED;
      case SUSPENDED -> AuditAction.TENANT_SUSPENDED;
    };
  }
}

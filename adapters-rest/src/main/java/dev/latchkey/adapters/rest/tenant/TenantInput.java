package dev.latchkey.adapters.rest.tenant;

import dev.latchkey.adapters.rest.field.ContactInput;
import dev.latchkey.adapters.rest.field.NameInput;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.field.PasswordInput;
import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForManagingTenants.OwnerLogin;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.PasswordOwner;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoder of tenants. */
final class TenantInput {

  private static final int LONGEST_REASON = 500;

  private static final FieldDecoder<TenantStatus> STANDING = FieldDecoder.oneOf(TenantStatus.values(), Enum::name);

  private TenantInput() {}

  /** A tenant to create. */
  record Draft(Name name, Optional<OwnerLogin> owner) {}

  /** A change to a tenant. */
  record Change(FieldUpdate<Name> name, FieldUpdate<TenantStatus> standing, Optional<String> reason) {}

  /** Filter and page of a list of tenants. */
  record Listed(TenantFilter filter, PageRequest page) {}

  static Optional<Draft> readDraft(JsonObjectReader tenant, ForChoosingPasswords passwords) {
    Optional<Name> name = tenant.required("name", NameInput.NEW);
    Optional<OwnerLogin> owner = tenant.optional(
        "owner", FieldDecoder.object(login -> readOwner(login, passwords, name)).named("OwnerInput"));
    return tenant.build(() -> new Draft(name.orElseThrow(), owner));
  }

  static Optional<Change> readChange(JsonObjectReader tenant, Name current) {
    UpdateReader update = new UpdateReader(tenant);
    FieldUpdate<Name> name = update.settable("name", NameInput.replacing(current));
    FieldUpdate<TenantStatus> standing = update.settable("status", STANDING);
    Optional<String> reason = tenant.optional("reason", FieldDecoder.text(0, LONGEST_REASON));
    tenant.describe("dependentSchemas", Map.of("reason", Map.of("anyOf", List.of(
        Map.of("properties", Map.of("reason", Map.of("type", "null"))),
        Map.of("required", List.of("name")),
        Map.of("required", List.of("status"))))));
    if (reason.isPresent() && name instanceof FieldUpdate.Keep<Name>
        && standing instanceof FieldUpdate.Keep<TenantStatus>) {
      tenant.note("reason", "required", "Requires a change. Send a status or a name with it.");
    }
    return tenant.build(() -> new Change(name, standing, reason));
  }

  static Optional<Listed> readList(JsonObjectReader query) {
    Optional<TenantStatus> standing = query.optional("status", STANDING);
    Optional<String> text = query.optional("q", FieldDecoder.text(0, Name.LONGEST)).filter(part -> !part.isEmpty());
    Optional<PageRequest> page = PageInput.read(query);
    return query.build(() -> new Listed(new TenantFilter(standing, text), page.orElseThrow()));
  }

  private static Optional<OwnerLogin> readOwner(
      JsonObjectReader owner, ForChoosingPasswords passwords, Optional<Name> tenant) {
    Optional<Email> email = owner.required("email", ContactInput.LOGIN);
    Optional<ChosenPassword> password = PasswordInput.required(owner, passwords, new PasswordOwner(email, tenant));
    return owner.build(() -> new OwnerLogin(email.orElseThrow(), password.orElseThrow()));
  }
}

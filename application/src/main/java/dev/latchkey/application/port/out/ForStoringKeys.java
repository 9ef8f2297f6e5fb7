package dev.latchkey.application.port.out;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.AcrossTenants;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Storage of the keys of one tenant: a key of another tenant is not visible. Every value is returned as it was stored:
 * texts to the character, times to the microsecond. Every method throws {@link StoreUnavailable} if the store cannot be
 * reached, and the outcome is then unknown. Once a change has returned, {@link ForFindingCredentials} returns the
 * changed state.
 */
public interface ForStoringKeys {

  /**
   * Stores a new key and the audit entry, both or neither.
   *
   * @throws IllegalArgumentException if the key belongs to another tenant
   */
  void add(TenantScope scope, ApiKey key, AuditEntry entry);

  /** Returns the key in its current state; empty if the tenant has none with this id. */
  Optional<ApiKey> find(TenantView scope, KeyId id);

  /**
   * Returns the tenant's keys that match the filter, newest first. Every character of the filter text is literal, and
   * accents are significant. A name that was stored in a form other than the normalised one is found by its normalised
   * form. Each key has its state at the given time.
   */
  Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request);

  /**
   * Replaces the key whose version is one less than that of the changed one, and stores the audit entry, both or
   * neither.
   */
  Written replace(TenantScope scope, ApiKey changed, AuditEntry entry);

  /**
   * Replaces the key whose version is one less than that of the ended one, adds its successor and stores the audit
   * entries in this order, all or nothing. Requests counted against the rate limit of the key are counted against that
   * of the successor too.
   */
  Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries);

  /** Deletes the key permanently if it still has this version, and stores the audit entry, both or neither. */
  Written remove(TenantScope scope, ApiKey key, AuditEntry entry);

  /**
   * Returns, for each pepper version, the number of keys of all tenants that it still seals; a version that seals none
   * is omitted.
   */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  Map<String, Long> countByPepperVersion();
}

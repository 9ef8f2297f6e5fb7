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
 * The keys of one tenant: a key of another tenant is not there. Every method throws {@link StoreUnavailable} where the
 * store cannot be reached, and then nothing is known. Once a change returns, {@link ForFindingCredentials} answers
 * with it.
 */
public interface ForStoringKeys {

  /**
   * Stores a new key and the audit entry, both or neither.
   *
   * @throws IllegalArgumentException where the key is another tenant's
   */
  void add(TenantScope scope, ApiKey key, AuditEntry entry);

  /** The key as it is now; empty where the tenant has none of that id. */
  Optional<ApiKey> find(TenantView scope, KeyId id);

  /**
   * The tenant's keys that pass the filter, newest first. In the filter's text every sign stands for itself, and an accent
   * makes a difference. A name that was stored in another form than the normalised one is found by that one. Each key has the
   * state that it has at the given moment.
   */
  Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request);

  /** Replaces the key whose version is one less than the changed one's, and stores the audit entry, both or neither. */
  Written replace(TenantScope scope, ApiKey changed, AuditEntry entry);

  /**
   * Replaces the key whose version is one less than the ended one's, adds its successor and stores the audit entries in
   * this order, all or nothing. What requests have used of the rate limit is used of the successor's too.
   */
  Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries);

  /** Removes the key for good if it still has this version, and stores the audit entry, both or neither. */
  Written remove(TenantScope scope, ApiKey key, AuditEntry entry);

  /** How many keys, of all tenants, each version of the pepper still seals; one that seals none is not named. */
  @AcrossTenants("peppers are the operator's, and the answer names no tenant")
  Map<String, Long> countByPepperVersion();
}

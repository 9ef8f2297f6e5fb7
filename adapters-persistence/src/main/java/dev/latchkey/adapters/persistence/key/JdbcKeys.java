package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.audit.AuditChain;
import dev.latchkey.adapters.persistence.audit.AuditHeadRow;
import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.feed.ChangeFeed;
import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.rate.LimitedKey;
import dev.latchkey.adapters.persistence.rate.RateRepository;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyFilter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores keys. */
@Singleton
public final class JdbcKeys implements ForStoringKeys {

  private final Database database;
  private final KeyRepository keys;
  private final RateRepository rates;
  private final AuditChain audit;
  private final ChangeFeed feed;
  private final CredentialCache memory;

  public JdbcKeys(
      Database database,
      KeyRepository keys,
      RateRepository rates,
      AuditChain audit,
      ChangeFeed feed,
      CredentialCache memory) {
    this.database = database;
    this.keys = keys;
    this.rates = rates;
    this.audit = audit;
    this.feed = feed;
    this.memory = memory;
  }

  @Override
  public void add(TenantScope scope, ApiKey key, AuditEntry entry) {
    if (!key.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The key belongs to another tenant");
    }
    Written written = write(scope, key, List.of(entry), () -> {
      keys.save(KeyRow.from(key));
      return Written.DONE;
    });
    if (written == Written.STALE) {
      throw new IllegalStateException("There is no tenant " + scope.tenant().value());
    }
  }

  @Override
  public Optional<ApiKey> find(TenantView scope, KeyId id) {
    return database.run(() -> keys.findByTenantIdAndId(scope.tenant().value(), id.value())).map(KeyRow::toKey);
  }

  @Override
  public Page<ApiKey> list(TenantView scope, KeyFilter filter, Instant at, PageRequest request) {
    KeySearch search = new KeySearch(
        scope.tenant(), filter, at, request.before().orElse(Long.MAX_VALUE), request.limit() + 1);
    List<KeyRow> found = database.run(() -> keys.newest(search));
    return Page.cut(found, request, KeyRow::id).map(KeyRow::toKey);
  }

  @Override
  public Written replace(TenantScope scope, ApiKey changed, AuditEntry entry) {
    return write(scope, changed, List.of(entry), () -> {
      if (keys.claim(changed.id().value(), scope.tenant().value(), changed.version()) == 0) {
        return Written.STALE;
      }
      keys.update(KeyRow.from(changed));
      return Written.DONE;
    });
  }

  @Override
  public Written rotate(TenantScope scope, ApiKey ended, ApiKey successor, List<AuditEntry> entries) {
    if (!successor.tenant().equals(scope.tenant())) {
      throw new IllegalArgumentException("The successor belongs to another tenant");
    }
    return write(scope, ended, entries, () -> {
      if (keys.claim(ended.id().value(), scope.tenant().value(), ended.version()) == 0) {
        return Written.STALE;
      }
      keys.update(KeyRow.from(ended));
      keys.save(KeyRow.from(successor));
      rates.findById(LimitedKey.rowId(ended.id()))
          .ifPresent(used -> rates.save(used.of(LimitedKey.rowId(successor.id()))));
      return Written.DONE;
    }, successor.id());
  }

  @Override
  public Written remove(TenantScope scope, ApiKey key, AuditEntry entry) {
    return write(
        scope,
        key,
        List.of(entry),
        () -> keys.remove(key.id().value(), scope.tenant().value(), key.version()) == 0
            ? Written.STALE
            : Written.DONE);
  }

  @Override
  public Map<String, Long> countByPepperVersion() {
    return database.run(keys::countByPepperVersion);
  }

  /**
   * Makes a change with its audit events and feed entries, in one transaction; changes nothing where the row is stale.
   */
  private Written write(
      TenantScope scope,
      ApiKey key,
      List<AuditEntry> entries,
      Supplier<Written> change,
      KeyId... alsoChanged) {
    if (!key.tenant().equals(scope.tenant())) {
      return Written.STALE;
    }
    try {
      return database.together(() -> {
        Optional<AuditHeadRow> head = audit.lock(scope.tenant());
        if (head.isEmpty() || change.get() == Written.STALE) {
          return Written.STALE;
        }
        audit.append(head.get(), entries);
        Instant at = entries.getLast().at();
        feed.append(scope.tenant(), key.id(), at);
        for (KeyId other : alsoChanged) {
          feed.append(scope.tenant(), other, at);
        }
        return Written.DONE;
      });
    } finally {
      // Also when it is unknown whether the transaction was committed.
      memory.forget(key.id());
      for (KeyId other : alsoChanged) {
        memory.forget(other);
      }
    }
  }
}

package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.cache.InFlightLoad;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds credentials in the cache while its entries are valid, and otherwise in the database, once for all concurrent
 * callers.
 */
@Singleton
public final class CachedCredentials implements ForFindingCredentials {

  private static final int ATTEMPTS = 3;

  private final CredentialCache memory;
  private final Function<KeyId, Optional<StoredKey>> store;

  @Inject
  CachedCredentials(CredentialCache memory, JdbcCredentials store) {
    this(memory, store::find);
  }

  public CachedCredentials(CredentialCache memory, Function<KeyId, Optional<StoredKey>> store) {
    this.memory = memory;
    this.store = store;
  }

  @Override
  public CacheLookup recall(KeyId id) {
    return memory.recall(id);
  }

  @Override
  public Optional<Seal> lastSeal(KeyId id) {
    return memory.lastSeal(id);
  }

  @Override
  public Optional<StoredKey> find(KeyId id) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (memory.recall(id) instanceof CacheLookup.Hit(Optional<StoredKey> credential)) {
        return credential;
      }
      InFlightLoad reading = memory.begin(id);
      Optional<StoredKey> found = reading.start() ? read(reading) : reading.await();
      if (memory.vouchesFor(reading)) {
        return found;
      }
    }
    throw new StoreUnavailable(new IllegalStateException("The store answers too late for its answers to be trusted"));
  }

  private Optional<StoredKey> read(InFlightLoad reading) {
    try {
      Optional<StoredKey> found = store.apply(reading.id());
      memory.keep(reading, found);
      reading.finish(found);
      return found;
    } finally {
      reading.giveUp();
      memory.end(reading);
    }
  }
}

package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a key with its tenant from the maps each time. MVStore keeps the pages that are read often in memory. */
@Singleton
final class MvCredentials implements ForFindingCredentials {

  private final Store store;

  MvCredentials(Store store) {
    this.store = store;
  }

  @Override
  public Optional<StoredKey> find(KeyId id) {
    return store.read(
        view -> MvKeys.find(view, id)
            .flatMap(key -> MvTenants.find(view, key.tenant()).map(tenant -> new StoredKey(key, tenant))));
  }

  @Override
  public CacheLookup recall(KeyId id) {
    return new CacheLookup.Miss();
  }

  @Override
  public Optional<Seal> lastSeal(KeyId id) {
    return Optional.empty();
  }
}

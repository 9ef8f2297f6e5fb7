package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a key with its tenant by one statement, each time: nothing is kept in memory that would have to be told of changes. */
@Singleton
final class PostgresCredentials implements ForFindingCredentials {

  private final Database database;

  PostgresCredentials(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredKey> find(KeyId id) {
    return database.run(
        sql -> sql.one(
            "SELECT k.*, " + PostgresTenants.BESIDE
                + " FROM api_key k JOIN tenant t ON t.id = k.tenant_id WHERE k.id = ?",
            row -> new StoredKey(KeyRow.read(row), PostgresTenants.read(row.under("tenant_"))),
            id));
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

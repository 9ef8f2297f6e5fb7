package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.adapters.persistence.key.KeyRepository;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.domain.access.CacheLookup;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.Seal;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a key with its tenant in one statement, without a cache. */
@Singleton
@Bean(typed = JdbcCredentials.class)
public final class JdbcCredentials implements ForFindingCredentials {

  private final Database database;
  private final KeyRepository keys;

  JdbcCredentials(Database database, KeyRepository keys) {
    this.database = database;
    this.keys = keys;
  }

  @Override
  public Optional<StoredKey> find(KeyId id) {
    return database.run(() -> keys.findCredential(id.value()));
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

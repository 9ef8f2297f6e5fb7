package dev.latchkey.adapters.persistence.migration;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Provides the Java migrations and callbacks for Flyway. Micronaut takes one bean of an array type for each and ignores
 * beans of the element types.
 */
@Factory
final class MigrationsInJava {

  @Singleton
  @Named("default")
  JavaMigration[] migrations() {
    return new JavaMigration[]{new NamesOfOlderRules()};
  }

  @Singleton
  @Named("default")
  Callback[] callbacks() {
    return new Callback[]{new PatientMigrations()};
  }
}

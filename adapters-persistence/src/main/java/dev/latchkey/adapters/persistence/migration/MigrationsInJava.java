package dev.latchkey.adapters.persistence.migration;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;

/** Gives Flyway its parts in Java. Of each kind it takes one bean that is an array, and ignores beans of the elements. */
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

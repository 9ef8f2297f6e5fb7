package dev.latchkey.adapters.persistence;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.migration.JavaMigration;

/** Hands the migrations in Java to Flyway, which asks for one bean that is an array. */
@Factory
final class MigrationsInJava {

  @Singleton
  @Named("default")
  JavaMigration[] migrations() {
    return new JavaMigration[]{new NamesOfOlderRules()};
  }
}

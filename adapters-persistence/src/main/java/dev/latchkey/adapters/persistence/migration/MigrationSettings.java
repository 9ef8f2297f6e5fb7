package dev.latchkey.adapters.persistence.migration;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.flyway.DefaultFlywayConfigurationCustomizer;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** How Flyway runs the migrations: with those in Java, without a time limit, and with statements that can be repeated. */
@Singleton
@Named(MigrationSettings.DATA_SOURCE)
@Replaces(DefaultFlywayConfigurationCustomizer.class)
final class MigrationSettings implements FlywayConfigurationCustomizer {

  static final String DATA_SOURCE = "default";

  @Override
  public void customizeFluentConfiguration(FluentConfiguration settings) {
    settings
        .dataSource(RepeatableStatements.of(settings.getDataSource()))
        .javaMigrations(new NamesOfOlderRules())
        .callbacks(new MigrationLease(), new PatientMigrations(), new FailedMigrations(), new MigrationPrivileges());
  }

  @Override
  public String getName() {
    return DATA_SOURCE;
  }
}

package dev.latchkey.adapters.persistence.migration;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.flyway.DefaultFlywayConfigurationCustomizer;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** How Flyway runs the migrations: checked before, by one node at a time, with statements that can be repeated. */
@Singleton
@Named(MigrationSettings.DATA_SOURCE)
@Replaces(DefaultFlywayConfigurationCustomizer.class)
final class MigrationSettings implements FlywayConfigurationCustomizer {

  static final String DATA_SOURCE = "default";

  /** After this time without a renewal another node may migrate. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  @Override
  public void customizeFluentConfiguration(FluentConfiguration settings) {
    customize(settings, LEASE);
  }

  static void customize(FluentConfiguration settings, Duration forTheLease) {
    DataSource source = settings.getDataSource();
    MigrationLease lease = new MigrationLease(source, forTheLease);
    settings
        .dataSource(MigrationStatements.of(source, lease))
        .javaMigrations(new NamesOfOlderRules())
        .callbacks(new MigrationStart(lease), new PatientMigrations())
        // The table of the lease is there before Flyway's own. MigrationStart refuses all other tables.
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }

  @Override
  public String getName() {
    return DATA_SOURCE;
  }
}

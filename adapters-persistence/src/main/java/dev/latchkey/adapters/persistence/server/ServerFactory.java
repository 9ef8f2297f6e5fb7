package dev.latchkey.adapters.persistence.server;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.Properties;

/** Provides the servers that the address of the database names. */
@Factory
final class ServerFactory {

  private static final String URL = "datasources.default.url";
  private static final String OF_MYSQL = "jdbc:mysql:.*";

  @Singleton
  @Requires(property = URL, pattern = OF_MYSQL)
  MySqlServers mysql(DatasourceConfiguration settings, ApplicationEventPublisher<ConnectionsOutdated> events) {
    Properties properties = new Properties();
    properties.putAll(settings.getDataSourceProperties());
    properties.put("user", settings.getUsername());
    properties.put("password", settings.getPassword());
    return new MySqlServers(settings.getUrl(), properties, () -> events.publishEvent(new ConnectionsOutdated()));
  }

  @Singleton
  @Requires(property = URL, pattern = "jdbc:h2:.*")
  EmbeddedServer embedded(DatasourceConfiguration settings) {
    return new EmbeddedServer(settings);
  }
}

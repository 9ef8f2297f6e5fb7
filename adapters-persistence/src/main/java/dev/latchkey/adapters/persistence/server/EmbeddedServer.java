package dev.latchkey.adapters.persistence.server;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** The embedded database, which is its only server. */
final class EmbeddedServer implements DatabaseServers {

  private final DatasourceConfiguration settings;

  EmbeddedServer(DatasourceConfiguration settings) {
    this.settings = settings;
  }

  @Override
  public OpenServer open() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.getDataSourceProperties());
    properties.put("user", settings.getUsername());
    properties.put("password", settings.getPassword());
    return new OpenServer(
        "embedded", "embedded", new Topology.Embedded(), "FALSE",
        DriverManager.getConnection(settings.getUrl(), properties));
  }

  @Override
  public void proven(OpenServer server) {
    // There is no other server to use.
  }

  @Override
  public void failed(OpenServer server) {
    // There is no other server to try.
  }

  @Override
  public boolean uses(Connection connection) {
    return true;
  }

  @Override
  public Optional<Topology> topology() {
    return Optional.of(new Topology.Embedded());
  }

  @Override
  public Availability availability() {
    return Availability.AVAILABLE;
  }
}

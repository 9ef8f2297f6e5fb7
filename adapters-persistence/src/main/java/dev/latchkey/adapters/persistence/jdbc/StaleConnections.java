package dev.latchkey.adapters.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.server.ConnectionsOutdated;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Closes the connections after a read of the change feed failed: idle ones now, those in use when they are returned. */
@Singleton
final class StaleConnections {

  private final BeanProvider<DataSource> source;
  private final DatabaseServers servers;

  StaleConnections(BeanProvider<DataSource> source, DatabaseServers servers) {
    this.source = source;
    this.servers = servers;
  }

  @EventListener
  void evictAll(ConnectionsOutdated event) {
    pool().getHikariPoolMXBean().softEvictConnections();
  }

  boolean include(Connection connection) {
    try {
      return !servers.uses(connection);
    } catch (SQLException closed) {
      return true;
    }
  }

  /** Closes one that was opened while the others were closed. */
  void evict(Connection connection) {
    pool().evictConnection(connection);
  }

  private HikariDataSource pool() {
    try {
      return source.get().unwrap(HikariDataSource.class);
    } catch (SQLException e) {
      throw new IllegalStateException("The pool of connections is not HikariCP", e);
    }
  }
}

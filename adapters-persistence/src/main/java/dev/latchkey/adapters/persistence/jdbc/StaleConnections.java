package dev.latchkey.adapters.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapters.persistence.server.ServerChanged;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Closes the connections after a read of the change feed failed: idle ones now, those in use when they are returned. */
@Singleton
final class StaleConnections implements ApplicationEventListener<ServerChanged> {

  private final BeanProvider<DataSource> pool;

  StaleConnections(BeanProvider<DataSource> pool) {
    this.pool = pool;
  }

  @Override
  public void onApplicationEvent(ServerChanged event) {
    try {
      pool.get().unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    } catch (SQLException e) {
      throw new IllegalStateException("The pool of connections is not HikariCP", e);
    }
  }
}

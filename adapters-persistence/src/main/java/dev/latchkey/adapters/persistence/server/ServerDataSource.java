package dev.latchkey.adapters.persistence.server;

import io.micronaut.context.BeanProvider;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Opens the connections of the pool, each to the server that is used at that moment. */
public final class ServerDataSource implements DataSource {

  private final BeanProvider<MySqlServers> servers;
  private final Duration forAnAnswer;
  private final Duration atStart;
  private boolean found;

  /**
   * Creates a source.
   *
   * @param forAnAnswer how long a statement may take
   * @param atStart how long the first connection waits for a server
   */
  public ServerDataSource(BeanProvider<MySqlServers> servers, Duration forAnAnswer, Duration atStart) {
    this.servers = servers;
    this.forAnAnswer = forAnAnswer;
    this.atStart = atStart;
  }

  @Override
  public Connection getConnection() throws SQLException {
    synchronized (this) {
      if (!found) {
        return first();
      }
    }
    return servers.get().open(forAnAnswer);
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  private synchronized Connection first() throws SQLException {
    try {
      Connection connection = servers.get().openFirst(atStart, forAnAnswer);
      found = true;
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("The start was interrupted", e);
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The servers have their own limit.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("This source wraps no " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}

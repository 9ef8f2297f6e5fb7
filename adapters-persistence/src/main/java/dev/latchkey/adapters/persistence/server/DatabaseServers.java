package dev.latchkey.adapters.persistence.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The servers of the database. The change feed finds one that takes writes and proves that it is current. */
public interface DatabaseServers {

  /**
   * Opens a connection to a server that takes writes.
   *
   * @throws SQLException if there is none, or if the only one has not answered an earlier read yet
   */
  OpenServer open() throws SQLException;

  /** Records that a read on the server was answered and was of the present. Other connections use this server. */
  void proven(OpenServer server);

  /**
   * Records that a read on the server failed or was not answered in time. The connection must not be used again, and no
   * other connection that is open now is {@link #uses used} any more.
   */
  void failed(OpenServer server);

  /**
   * Returns whether no read of the change feed has failed since the connection was opened. What was read on another one
   * can be older than a change that was acknowledged.
   */
  boolean uses(Connection connection) throws SQLException;

  /** Returns how the server that is used replicates; empty if there was no such server yet. */
  Optional<Topology> topology();

  /** Returns whether a server can be used, by the last attempt to find one. */
  Availability availability();
}

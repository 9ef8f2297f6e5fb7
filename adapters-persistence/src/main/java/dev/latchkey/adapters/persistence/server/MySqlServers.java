package dev.latchkey.adapters.persistence.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.jdbc.ConnectionImpl;
import com.mysql.cj.jdbc.JdbcConnection;
import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that the address of a MySQL or MariaDB names. The change feed looks for one that takes writes and reads
 * from it; all other connections are opened to the server on which its last read was of the present. Connector/J is
 * given one server at a time, because its own failover keeps a connection whose new server lacks the session settings.
 */
public final class MySqlServers implements DatabaseServers {

  private static final Logger LOG = LoggerFactory.getLogger(MySqlServers.class);

  /** Shorter than the bound of a revocation, so that another server can be tried within the bound. */
  static final Duration FOR_A_LOOK = Duration.ofMillis(600);

  private static final Duration TO_CONNECT = Duration.ofMillis(300);
  /**
   * How long a new connection of the pool waits for a server. Callers of the pool do not wait as long. The pool opens
   * connections on a thread of its own and pauses for up to 5 s after failures, so this wait should not end in one.
   */
  private static final Duration FOR_A_PROOF = Duration.ofSeconds(30);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

  private static final int NOT_ONLINE_IN_ITS_GROUP = 1123;
  private static final int NO_SUCH_TABLE = 1146;

  private final List<HostInfo> hosts;
  private final Runnable onFailure;

  /** For each server the session whose read was not answered. It can hold back further reads of this node only. */
  private final Map<HostInfo, Long> unanswered = new HashMap<>();

  private int next;

  /** The server that was used last. */
  private @Nullable Used last;

  /** The server that all connections use; incomplete while none is known to be current. */
  private volatile CompletableFuture<Used> current = new CompletableFuture<>();

  /** Counts the failures of reads. */
  private volatile long failures;

  /** For each open connection the count before it was opened. */
  private final Cache<Connection, Long> opened = Caffeine.newBuilder().weakKeys().build();

  private volatile @Nullable Topology topology;
  private volatile Availability availability = Availability.UNREACHABLE;

  /** An address can lead to another server later, for example by a proxy or a name with several addresses. */
  private record Used(HostInfo host, String identity) {}

  /**
   * Reads the servers from the address.
   *
   * @param onFailure called when no connection that is open can be used any more
   */
  MySqlServers(String url, Properties properties, Runnable onFailure) {
    this.hosts = ConnectionUrl.getConnectionUrlInstance(url, properties).getHostsList();
    this.onFailure = onFailure;
  }

  @Override
  public Optional<Topology> topology() {
    return Optional.ofNullable(topology);
  }

  /**
   * Opens a connection to the server that is used.
   *
   * @param forAnAnswer how long a statement on it may take
   * @throws SQLException if no server is known to take writes, or it cannot be reached
   */
  Connection open(Duration forAnAnswer) throws SQLException {
    while (true) {
      long before = failures;
      Used used = known();
      OpenServer server = writable(used.host());
      Connection connection = server.connection();
      if (!server.identity().equals(used.identity())) {
        close(connection);
        throw new SQLTransientConnectionException(
            "The address " + server.name() + " leads to another server than the one that the change feed is read from",
            "08006");
      }
      if (before == failures) {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(forAnAnswer.toMillis()));
        opened.put(connection, before);
        return connection;
      }
      close(connection);
    }
  }

  @Override
  public boolean uses(Connection connection) throws SQLException {
    Long before = opened.getIfPresent(connection.unwrap(JdbcConnection.class));
    return before != null && before == failures;
  }

  @Override
  public Availability availability() {
    return availability;
  }

  private Used known() throws SQLException {
    try {
      return current.get(FOR_A_PROOF.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      throw new SQLTransientConnectionException("No server of the database is known to take writes", "08001", unknown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("The wait for a server of the database was interrupted", "08001", e);
    }
  }

  @Override
  public synchronized OpenServer open() throws SQLException {
    Map<String, SQLException> failures = new LinkedHashMap<>();
    for (int tried = 0; tried < hosts.size(); tried++) {
      HostInfo host = hosts.get((next + tried) % hosts.size());
      try {
        OpenServer server = answering(host);
        next = hosts.indexOf(host);
        return server;
      } catch (SQLException unusable) {
        failures.put(host.getHostPortPair(), unusable);
      }
    }
    SQLException unusable = ServerFailure.ofAll(failures);
    availability = ServerFailure.availability(unusable);
    throw unusable;
  }

  @Override
  public synchronized void proven(OpenServer server) {
    Used used = new Used(hosts.get(next), server.identity());
    if (!used.equals(last) || !server.topology().equals(topology)) {
      LOG.info("The database server {} is used, topology: {}", server.name(), server.topology().label());
      topology = server.topology();
      last = used;
    }
    availability = Availability.AVAILABLE;
    if (!current.complete(used) && !current.join().equals(used)) {
      outdateOpenConnections();
      current = CompletableFuture.completedFuture(used);
    }
  }

  @Override
  public synchronized void failed(OpenServer server) {
    // Until the next proof no connection is opened: each could end up waiting on a server that was cut off.
    if (current.isDone()) {
      current = new CompletableFuture<>();
    }
    outdateOpenConnections();
    tryAnother(server);
  }

  /** Connections that are open can lead to a server that answers and has left its group. */
  private synchronized void outdateOpenConnections() {
    failures++;
    onFailure.run();
  }

  private void tryAnother(OpenServer server) {
    session(server.connection()).ifPresent(session -> unanswered.put(hosts.get(next), session));
    next = (next + 1) % hosts.size();
  }

  /**
   * Waits for a server that takes writes and opens the first connection to it.
   *
   * @param forAnAnswer how long a statement on it may take
   * @throws SQLException if there is none after that time, or if a server refuses the user or grants too little
   */
  synchronized Connection openFirst(Duration most, Duration forAnAnswer) throws SQLException, InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long reported = System.nanoTime() - BETWEEN_REPORTS.toNanos();
    while (true) {
      try {
        proven(usable());
        return open(forAnAnswer);
      } catch (SQLException unusable) {
        if (!ServerFailure.isPassing(unusable) || System.nanoTime() >= end) {
          throw unusable;
        }
        if (System.nanoTime() - reported >= BETWEEN_REPORTS.toNanos()) {
          reported = System.nanoTime();
          LOG.warn("Waiting for the database: {}", unusable.getMessage());
        }
        Thread.sleep(BETWEEN_ATTEMPTS);
      }
    }
  }

  /** Tries the servers in turn: one that was cut off from its group can be opened and answers no read. */
  private OpenServer usable() throws SQLException {
    for (int tried = 1;; tried++) {
      OpenServer server = open();
      try {
        requirePrivileges(server);
        LargestStatement.require(server.name(), ServerVariables.of(server.connection()));
        requireRead(server);
        return server;
      } catch (SQLException unusable) {
        tryAnother(server);
        if (tried == hosts.size() || !ServerFailure.isPassing(unusable)) {
          throw unusable;
        }
      } finally {
        close(server.connection());
      }
    }
  }

  /**
   * Reads a table, because a server that was cut off from its group answers a statement without one. Before the first
   * start there is no table.
   */
  private static void requireRead(OpenServer server) throws SQLException {
    try (Statement statement = server.connection().createStatement()) {
      statement.executeQuery("SELECT position FROM change_counter").close();
    } catch (SQLException failure) {
      if (failure.getErrorCode() != NO_SUCH_TABLE) {
        throw failure;
      }
    }
  }

  private static void requirePrivileges(OpenServer server) throws SQLException {
    Privileges privileges = Privileges.of(server.connection());
    List<String> missing = privileges.missing(Privileges.TO_SERVE);
    if (!missing.isEmpty()) {
      throw new UnusableDatabase(
          new Faulty(
              "privileges",
              "The database user lacks privileges.",
              "As an administrator: " + privileges.remedy(missing) + "."));
    }
  }

  private OpenServer answering(HostInfo host) throws SQLException {
    OpenServer server = writable(host);
    try {
      refuseUnanswered(server, host);
      return server;
    } catch (SQLException unusable) {
      close(server.connection());
      throw unusable;
    }
  }

  /** Refuses a server that was started without the settings of its cluster: nothing proves that it is current. */
  private void refuseOutOfItsCluster(HostInfo host, Topology found) throws SQLException {
    Topology used = topology;
    if (used != null && used.isLostBy(found)) {
      throw new SQLTransientConnectionException(
          "The database server " + host.getHostPortPair() + " is out of its cluster", ServerFailure.NOT_A_MEMBER);
    }
  }

  private static void refuseReadOnly(OpenServer server) throws SQLException {
    try (Statement statement = server.connection().createStatement();
        ResultSet found = statement.executeQuery("SELECT " + server.isReadOnly())) {
      found.next();
      if (found.getBoolean(1)) {
        throw new SQLTransientConnectionException("The database server " + server.name() + " takes no writes",
            ServerFailure.READ_ONLY);
      }
    } catch (SQLException failure) {
      if (failure.getErrorCode() == NOT_ONLINE_IN_ITS_GROUP) {
        throw new SQLTransientConnectionException(
            "The database server " + server.name() + " is no online member of its group", ServerFailure.NOT_A_MEMBER,
            failure);
      }
      throw failure;
    }
  }

  /**
   * Refuses a server on which an earlier read still waits. A member that was cut off from its group keeps the session of
   * such a read, and more reads would take up all its sessions.
   */
  private void refuseUnanswered(OpenServer server, HostInfo host) throws SQLException {
    Long session = unanswered.get(host);
    if (session == null) {
      return;
    }
    try (Statement statement = server.connection().createStatement();
        ResultSet sessions = statement.executeQuery("SHOW PROCESSLIST")) {
      while (sessions.next()) {
        if (sessions.getLong("Id") == session
            && host.getUser().equals(sessions.getString("User"))
            && !"Sleep".equals(sessions.getString("Command"))) {
          throw new SQLTransientConnectionException(
              "The database server " + server.name() + " has not answered an earlier read", "08006");
        }
      }
    }
    unanswered.remove(host);
  }

  private OpenServer writable(HostInfo host) throws SQLException {
    Connection connection = ConnectionImpl.getInstance(limited(host));
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      ServerVariables variables = ServerVariables.of(connection);
      refuseOutOfItsCluster(host, variables.topology());
      Consistency.require(connection, variables);
      OpenServer server = new OpenServer(
          host.getHostPortPair(), variables.identity(), variables.topology(), variables.isReadOnlyExpression(),
          connection);
      refuseReadOnly(server);
      return server;
    } catch (SQLException | RuntimeException unusable) {
      close(connection);
      throw unusable;
    }
  }

  private static HostInfo limited(HostInfo host) {
    Map<String, String> properties = new HashMap<>(host.getHostProperties());
    properties.put("connectTimeout", Long.toString(TO_CONNECT.toMillis()));
    properties.put("socketTimeout", Long.toString(FOR_A_LOOK.toMillis()));
    return new HostInfo(
        host, host.getHost(), host.getPort(), host.getUser(), host.getPassword(), properties);
  }

  private static Optional<Long> session(Connection connection) {
    return connection instanceof JdbcConnection mysql
        ? Optional.of(mysql.getSession().getThreadId())
        : Optional.empty();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      LOG.debug("A connection could not be closed, SQL state {}", alreadyLost.getSQLState());
    }
  }
}

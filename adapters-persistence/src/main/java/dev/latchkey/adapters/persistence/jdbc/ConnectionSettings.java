package dev.latchkey.adapters.persistence.jdbc;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import dev.latchkey.adapters.persistence.server.MySqlServers;
import dev.latchkey.adapters.persistence.server.ServerDataSource;
import dev.latchkey.adapters.persistence.server.UnusableDatabase;
import dev.latchkey.application.port.StoreFinding.Faulty;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Sets the connection properties that this adapter needs to keep the promises of its ports. The configuration of a data
 * source contains only the URL and the credentials.
 */
@Singleton
final class ConnectionSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

  /** A request can wait for both timeouts, one after the other, and must be completed within one second. */
  private static final Duration FOR_A_CONNECTION = Duration.ofMillis(600);
  private static final Duration FOR_A_SIGN_OF_LIFE = Duration.ofMillis(250);

  /** How long the start waits for a server that takes writes, for example while all containers of a system start. */
  private static final Duration AT_START = Duration.ofMinutes(1);

  /** The name of the bean with another time for that. */
  private static final String WAIT = "store-wait";

  /** Upper bound for a long statement on a responsive database; for an unresponsive one see {@link DatabaseWatch}. */
  private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(12);

  /** For rows and for whole tables; the shortest lock timeout that MySQL supports. */
  private static final Duration FOR_A_LOCK = Duration.ofSeconds(1);

  /** The embedded database runs in this process, so a wait is caused by other work of this process and ends. */
  private static final Duration FOR_AN_EMBEDDED_CONNECTION = Duration.ofSeconds(3);
  private static final Duration FOR_AN_EMBEDDED_LOCK = Duration.ofSeconds(2);

  /** What the statements of this adapter rely on, whatever the defaults of the server are. */
  private static final String SESSION = String.join(
      ",",
      "autocommit=1",
      // The products name these differently. Each reads the comment with its own name as SQL. No limit of the server ends
      // a read of the change feed, which has a limit of its own.
      "/*!80000 transaction_read_only*//*M! tx_read_only*/=0",
      "/*!80000 max_execution_time*//*M! max_statement_time*/=0",
      "innodb_lock_wait_timeout=" + FOR_A_LOCK.toSeconds(),
      "lock_wait_timeout=" + FOR_A_LOCK.toSeconds(),
      "sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
          + "NO_ENGINE_SUBSTITUTION'",
      "time_zone='+00:00'",
      // A commit neither closes the connection nor begins another transaction.
      "completion_type=NO_CHAIN",
      // For the tables of Flyway, which name no engine.
      "default_storage_engine=InnoDB",
      "foreign_key_checks=1",
      "unique_checks=1",
      "sql_safe_updates=0",
      "sql_select_limit=18446744073709551615",
      // A join of large tables is not refused.
      "sql_big_selects=1",
      // Text is sorted and grouped by more than its first bytes.
      "max_sort_length=1024",
      // ServerLost reads messages.
      "lc_messages='en_US'",
      "wait_timeout=28800",
      "net_write_timeout=60",
      "net_read_timeout=30");

  /** Properties of connections. Connector/J prefers them to options of the whole address. */
  private static final Map<String, String> OF_MYSQL = Map.ofEntries(
      Map.entry("sessionVariables", SESSION),
      Map.entry("characterEncoding", "UTF-8"),
      // Connector/J prefers the character set of a collation to characterEncoding.
      Map.entry("connectionCollation", "utf8mb4_bin"),
      Map.entry("characterSetResults", "null"),
      // A connection that was opened again lacks the session settings of a replicated database.
      Map.entry("autoReconnect", "false"),
      Map.entry("autoReconnectForPools", "false"),
      // An update of a row to the values that it has counts as one row.
      Map.entry("useAffectedRows", "false"),
      Map.entry("maxRows", "-1"),
      // Each statement is one, and each commit is sent to the server.
      Map.entry("allowMultiQueries", "false"),
      Map.entry("useLocalTransactionState", "false"),
      // The defaults of a server can change while this process runs.
      Map.entry("cacheServerConfiguration", "false"),
      // The text of a statement can have secrets, which must not be in the message of an exception.
      Map.entry("dumpQueriesOnException", "false"),
      // The remaining properties save round trips and parsing.
      Map.entry("useServerPrepStmts", "true"),
      Map.entry("cachePrepStmts", "true"),
      Map.entry("prepStmtCacheSize", "250"),
      Map.entry("prepStmtCacheSqlLimit", "2048"),
      Map.entry("rewriteBatchedStatements", "true"),
      Map.entry("useLocalSessionState", "true"));

  /**
   * The first two select the MySQL dialect. H2 writes before it acknowledges (no delay), so that acknowledged changes
   * survive a crash of the process. It is closed by its owner and not by a shutdown hook, which would run earlier.
   */
  private static final Map<String, String> OF_H2 = Map.of(
      "MODE", "MySQL",
      "DATABASE_TO_LOWER", "TRUE",
      "WRITE_DELAY", "0",
      "DB_CLOSE_ON_EXIT", "FALSE",
      // H2 creates its trace file on an error, with default file permissions, and it may contain values of rows.
      "TRACE_LEVEL_FILE", "0");

  private final BeanProvider<MySqlServers> servers;
  private final BeanProvider<Duration> atStart;

  ConnectionSettings(BeanProvider<MySqlServers> servers, @Named(WAIT) BeanProvider<Duration> atStart) {
    this.servers = servers;
    this.atStart = atStart;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration settings = event.getBean();
    settings.setConnectionTimeout(FOR_A_CONNECTION.toMillis());
    settings.setValidationTimeout(FOR_A_SIGN_OF_LIFE.toMillis());
    if (settings.getUrl().startsWith("jdbc:mysql:")) {
      refuseOptionsOfOneServer(settings.getUrl());
      OF_MYSQL.forEach(settings::addDataSourceProperty);
      settings.setDataSource(new ServerDataSource(servers, FOR_AN_ANSWER, atStart.find(null).orElse(AT_START)));
      settings.setExceptionOverride(new ServerLost());
    } else if (settings.getUrl().startsWith("jdbc:h2:")) {
      OF_H2.forEach(settings::addDataSourceProperty);
      settings.setConnectionTimeout(FOR_AN_EMBEDDED_CONNECTION.toMillis());
      // A statement overrides the value in the URL; H2 rejects a property that differs from the URL.
      settings.setConnectionInitSql("SET LOCK_TIMEOUT " + FOR_AN_EMBEDDED_LOCK.toMillis());
    }
    return settings;
  }

  /** Connector/J prefers options of one server, as in {@code address=(host=db1)(useAffectedRows=true)}. */
  private static void refuseOptionsOfOneServer(String url) {
    Properties needed = new Properties();
    needed.putAll(OF_MYSQL);
    for (HostInfo host : ConnectionUrl.getConnectionUrlInstance(url, needed).getHostsList()) {
      OF_MYSQL.forEach((option, value) -> {
        if (!value.equals(host.getHostProperties().get(option))) {
          throw new IllegalStateException(
              new UnusableDatabase(
                  new Faulty(
                      "settings",
                      "The address of the database sets the option " + option + " for the server "
                          + host.getHostPortPair() + ". Latchkey needs another value and sets it itself.",
                      "Remove the option from LATCHKEY_DB_URL.")));
        }
      });
    }
  }
}

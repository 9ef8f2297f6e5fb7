package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * What every connection needs for this adapter to keep its promises. Whoever configures a data source names the address and
 * the user, and no more.
 */
@Singleton
final class ConnectionSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

  /** A request waits for these two one after the other, and is answered within a second. */
  private static final Duration FOR_A_CONNECTION = Duration.ofMillis(600);
  private static final Duration FOR_A_SIGN_OF_LIFE = Duration.ofMillis(250);

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);

  /** A long statement on a database that answers others may take as long; of one that does not, see {@link DatabaseWatch}. */
  private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(12);

  /** The shortest that MySQL has. */
  private static final Duration FOR_A_LOCK = Duration.ofSeconds(1);

  /** The embedded database does not stop answering, so that waiting there is waiting for work of this process. */
  private static final Duration FOR_AN_EMBEDDED_CONNECTION = Duration.ofSeconds(3);
  private static final Duration FOR_AN_EMBEDDED_LOCK = Duration.ofSeconds(2);

  /** Nothing waits without an end; the rest saves round trips and parsing. */
  private static final Map<String, String> OF_MYSQL = Map.of(
      "connectTimeout", Long.toString(TO_CONNECT.toMillis()),
      "socketTimeout", Long.toString(FOR_AN_ANSWER.toMillis()),
      "sessionVariables", "innodb_lock_wait_timeout=" + FOR_A_LOCK.toSeconds(),
      "useServerPrepStmts", "true",
      "cachePrepStmts", "true",
      "prepStmtCacheSize", "250",
      "prepStmtCacheSqlLimit", "2048",
      "rewriteBatchedStatements", "true",
      "useLocalSessionState", "true",
      "cacheServerConfiguration", "true");

  /**
   * The first two make it take MySQL's words. It writes before it acknowledges (no delay), so that what was acknowledged
   * outlives the process, and it is closed by whoever opened it and not by a shutdown hook that is faster.
   */
  private static final Map<String, String> OF_H2 = Map.of(
      "MODE", "MySQL",
      "DATABASE_TO_LOWER", "TRUE",
      "WRITE_DELAY", "0",
      "DB_CLOSE_ON_EXIT", "FALSE",
      // Its trace file, which it makes at an error with the rights of any file, may hold values of rows.
      "TRACE_LEVEL_FILE", "0");

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration settings = event.getBean();
    settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    settings.setConnectionTimeout(FOR_A_CONNECTION.toMillis());
    settings.setValidationTimeout(FOR_A_SIGN_OF_LIFE.toMillis());
    if (settings.getUrl().startsWith("jdbc:mysql:")) {
      OF_MYSQL.forEach(settings::addDataSourceProperty);
    } else if (settings.getUrl().startsWith("jdbc:h2:")) {
      OF_H2.forEach(settings::addDataSourceProperty);
      settings.setConnectionTimeout(FOR_AN_EMBEDDED_CONNECTION.toMillis());
      // As a statement it prevails over the address; as a property that differs from it, H2 would refuse both.
      settings.setConnectionInitSql("SET LOCK_TIMEOUT " + FOR_AN_EMBEDDED_LOCK.toMillis());
    }
    return settings;
  }
}

package dev.latchkey.adapters.persistence.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes migrations repeatable. The databases commit each statement that changes the schema, so a process that is stopped
 * between two statements leaves the first one done and the migration not recorded. The next start runs the migration
 * again, and what a statement creates may then exist already: such a statement counts as done. Each statement needs the
 * {@link MigrationLease}.
 */
final class MigrationStatements {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationStatements.class);

  /** The table, column, index or constraint exists: first as MySQL and MariaDB number it, then as H2 does. */
  private static final Set<Integer> OBJECT_EXISTS = Set.of(1050, 1060, 1061, 1826, 3822, 42101, 42121, 42111, 90045);

  /** A row with the same key exists: MySQL and MariaDB, H2. */
  private static final Set<Integer> ROW_EXISTS = Set.of(1062, 23505);

  /** An INSERT of one row of literals. Of others it cannot be told whether they were done. */
  private static final Pattern ROW = Pattern.compile(
      "INSERT INTO (\\w+) \\(([\\w, ]+)\\) VALUES \\(((?:'[^',]*'|[\\d, ]+)+)\\)", Pattern.CASE_INSENSITIVE);

  /** Flyway leaves the comment above a statement with it. */
  private static final Pattern COMMENT = Pattern.compile("^\\s*--.*$", Pattern.MULTILINE);

  private MigrationStatements() {}

  /** Returns the source with statements that need the lease, and that succeed if what they create exists. */
  static DataSource of(DataSource source, MigrationLease lease) {
    return proxy(DataSource.class, source, (method, arguments) -> {
      Object result = method.invoke(source, arguments);
      return result instanceof Connection connection ? of(connection, lease) : result;
    });
  }

  private static Connection of(Connection connection, MigrationLease lease) {
    return proxy(Connection.class, connection, (method, arguments) -> {
      Object result = method.invoke(connection, arguments);
      return result instanceof Statement statement ? of(method.getReturnType(), statement, lease) : result;
    });
  }

  private static Object of(Class<?> type, Statement statement, MigrationLease lease) {
    return proxy(type, statement, (method, arguments) -> {
      if (method.getName().startsWith("execute")) {
        lease.require();
      }
      try {
        return method.invoke(statement, arguments);
      } catch (InvocationTargetException e) {
        if (method.getName().equals("execute") && arguments != null && e.getCause() instanceof SQLException failure
            && isDone(statement, withoutComments((String) arguments[0]), failure)) {
          LOG.info("A statement of an interrupted migration was done before: {}", failure.getMessage());
          return false;
        }
        throw e;
      }
    });
  }

  private static String withoutComments(String sql) {
    return COMMENT.matcher(sql).replaceAll("").strip();
  }

  private static boolean isDone(Statement statement, String sql, SQLException failure) throws SQLException {
    return switch (sql.split("\\s", 2)[0].toUpperCase(Locale.ROOT)) {
      case "CREATE", "ALTER" -> OBJECT_EXISTS.contains(failure.getErrorCode());
      case "INSERT" -> ROW_EXISTS.contains(failure.getErrorCode()) && isThere(statement, sql);
      case String _ -> false;
    };
  }

  /** Another row with the same key is not the one that the statement inserts. */
  private static boolean isThere(Statement statement, String insert) throws SQLException {
    Matcher row = ROW.matcher(insert);
    if (!row.matches()) {
      return false;
    }
    String same = "SELECT COUNT(*) FROM " + row.group(1) + " WHERE (" + row.group(2) + ") = (" + row.group(3) + ")";
    try (Statement look = statement.getConnection().createStatement(); ResultSet found = look.executeQuery(same)) {
      return found.next() && found.getInt(1) == 1;
    }
  }

  /** A call of a method by reflection. */
  private interface Call {
    Object invoke(Method method, Object[] arguments)
        throws InvocationTargetException, IllegalAccessException, SQLException;
  }

  private static <T> T proxy(Class<T> type, Object target, Call call) {
    InvocationHandler handler = (_, method, arguments) -> {
      try {
        return call.invoke(method, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
    return type.cast(Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[]{type}, handler));
  }
}

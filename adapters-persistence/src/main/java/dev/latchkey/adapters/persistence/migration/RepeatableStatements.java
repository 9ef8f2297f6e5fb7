package dev.latchkey.adapters.persistence.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes migrations repeatable. The databases commit each statement that changes the schema, so a process that is stopped
 * between two statements leaves the first one done and the migration not recorded. The next start runs the migration
 * again, and what a statement creates may then exist already: such a statement counts as done.
 */
final class RepeatableStatements {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatableStatements.class);

  /** The table, column, index, constraint or row exists: first as MySQL and MariaDB number it, then as H2 does. */
  private static final Set<Integer> EXISTS = Set.of(
      1050, 1060, 1061, 1062, 1826, 42101, 42121, 42111, 90045, 23505);

  private static final Set<String> CREATING = Set.of("CREATE", "ALTER", "INSERT");

  private RepeatableStatements() {}

  /** Returns the source with statements that succeed if what they create exists. */
  static DataSource of(DataSource source) {
    return proxy(DataSource.class, source, (method, arguments) -> {
      Object result = method.invoke(source, arguments);
      return result instanceof Connection connection ? of(connection) : result;
    });
  }

  private static Connection of(Connection connection) {
    return proxy(Connection.class, connection, (method, arguments) -> {
      Object result = method.invoke(connection, arguments);
      return method.getName().equals("createStatement") ? of((Statement) result) : result;
    });
  }

  private static Statement of(Statement statement) {
    return proxy(Statement.class, statement, (method, arguments) -> {
      try {
        return method.invoke(statement, arguments);
      } catch (InvocationTargetException e) {
        if (method.getName().equals("execute") && e.getCause() instanceof SQLException failure
            && isDone((String) arguments[0], failure)) {
          LOG.info("A statement of an interrupted migration was done before: {}", failure.getMessage());
          return false;
        }
        throw e;
      }
    });
  }

  private static boolean isDone(String sql, SQLException failure) {
    String verb = sql.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    return CREATING.contains(verb) && EXISTS.contains(failure.getErrorCode());
  }

  /** A call of a method by reflection. */
  private interface Call {
    Object invoke(Method method, Object[] arguments) throws InvocationTargetException, IllegalAccessException;
  }

  private static <T> T proxy(Class<T> type, T target, Call call) {
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

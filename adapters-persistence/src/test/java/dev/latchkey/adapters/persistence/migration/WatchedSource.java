package dev.latchkey.adapters.persistence.migration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The connections of one process, which ends before one of its steps. A step is a statement that changes something, or a
 * commit. Renewals of the lease are none, as they come by the clock.
 */
final class WatchedSource implements DataSource {

  private final String url;
  private final String username;
  private final String password;
  private final int stepsUntilEnd;
  private final List<String> steps = new ArrayList<>();
  private final List<Connection> open = new ArrayList<>();

  private volatile String grants = "";
  private volatile String awaited = "";
  private volatile Meanwhile meanwhile = () -> {};
  private boolean isEnded;
  private String end = "";

  WatchedSource(String url, String username, String password, int stepsUntilEnd) {
    this.url = url;
    this.username = username;
    this.password = password;
    this.stepsUntilEnd = stepsUntilEnd;
  }

  /** What was done so far, each as SQL. */
  synchronized List<String> steps() {
    return List.copyOf(steps);
  }

  /** Returns the step before which the process ended. */
  synchronized String end() {
    return end;
  }

  synchronized boolean isEnded() {
    return isEnded;
  }

  /** What others do at a moment of this process, or how its statement fails. */
  interface Meanwhile {
    void happen() throws SQLException;
  }

  /** Lets this happen before each statement that begins so. */
  void before(String statement, Meanwhile event) {
    awaited = statement;
    meanwhile = event;
  }

  /** Cuts the process off, or ends that. */
  synchronized void cut(boolean cut) {
    isEnded = cut;
  }

  /** Lets the server answer this to SHOW GRANTS. */
  void grant(String answer) {
    grants = answer;
  }

  @Override
  public Connection getConnection() throws SQLException {
    refuseIfEnded();
    Connection connection = DriverManager.getConnection(url, username, password);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    synchronized (this) {
      open.add(connection);
    }
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[]{Connection.class}, (_, method, arguments) -> {
          if (method.getName().equals("commit")) {
            step("COMMIT");
          } else if (!method.getName().equals("close")) {
            refuseIfEnded();
          }
          Object result = invoke(connection, method, arguments);
          return result instanceof Statement statement
              ? watched(method.getReturnType(), statement, arguments == null ? "" : arguments[0].toString())
              : result;
        });
  }

  private Object watched(Class<?> type, Statement statement, String prepared) {
    return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
      if (!method.getName().startsWith("execute")) {
        return invoke(statement, method, arguments);
      }
      String sql = (arguments == null ? prepared : arguments[0].toString()).replaceAll("(?m)^\\s*--.*$", "").strip();
      if (sql.equals("SHOW GRANTS") && !grants.isEmpty()) {
        return statement.executeQuery("SELECT '" + grants.replace("'", "''") + "'");
      }
      if (!awaited.isEmpty() && sql.startsWith(awaited)) {
        meanwhile.happen();
      }
      refuseIfEnded();
      if (isChange(sql)) {
        step(sql);
      }
      return invoke(statement, method, arguments);
    });
  }

  private static boolean isChange(String sql) {
    return switch (sql.split("\\s", 2)[0].toUpperCase(Locale.ROOT)) {
      case "SELECT", "SHOW", "SET", "USE", "CALL" -> false;
      case String _ -> !sql.startsWith("UPDATE migration_lease SET renewals");
    };
  }

  private synchronized void step(String sql) throws SQLException {
    refuseIfEnded();
    if (steps.size() == stepsUntilEnd) {
      isEnded = true;
      end = sql;
      for (Connection connection : open) {
        // As the server does for a process that ends; closed alone, H2 commits.
        if (!connection.isClosed() && !connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.close();
      }
      refuseIfEnded();
    }
    steps.add(sql);
  }

  private synchronized void refuseIfEnded() throws SQLException {
    if (isEnded) {
      throw new SQLException("The process has ended", "08003");
    }
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String secret) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(System.out, false, StandardCharsets.UTF_8);
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // Nothing is written.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The driver's default.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("This source wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}

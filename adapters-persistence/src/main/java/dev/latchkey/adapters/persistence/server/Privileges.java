package dev.latchkey.adapters.persistence.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The privileges of the user on the database of a connection, as the server lists them.
 *
 * @param grants the statements that the server returns for SHOW GRANTS
 * @param database the name of the database
 */
public record Privileges(List<String> grants, String database) {

  /** What serving requests needs. */
  public static final Set<String> TO_SERVE = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

  /** What migrations need. */
  public static final Set<String> TO_MIGRATE = Set.of(
      "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX", "REFERENCES");

  private static final Pattern GRANT = Pattern.compile("GRANT (.+) ON (\\S+)\\.(\\S+) TO .*");

  /** Privileges on single columns have a list in parentheses; they are not enough. */
  private static final Pattern LIST = Pattern.compile("\\s*,\\s*(?![^()]*\\))");

  /** The server runs without a list of users, so that every user may do everything: MariaDB's number, then MySQL's. */
  private static final Set<Integer> WITHOUT_USERS = Set.of(1141, 1290);

  /** Copies the list. With the mode ANSI_QUOTES a server quotes names by another character. */
  public Privileges {
    grants = grants.stream().map(grant -> grant.replace('"', '`')).toList();
  }

  /**
   * Reads the privileges on a connection of its own: on a server without a list of users the statement fails, and a pool
   * then closes the connection.
   */
  public static Privileges of(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return of(connection);
    }
  }

  /**
   * Reads the privileges of the user of the connection. A server that was started with {@code --skip-grant-tables} has no
   * list; its answer is taken as a grant of everything.
   */
  static Privileges of(Connection connection) throws SQLException {
    // First, because a pool can close a connection after an error.
    String database = connection.getCatalog();
    List<String> grants = new ArrayList<>();
    try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery("SHOW GRANTS")) {
      while (found.next()) {
        grants.add(found.getString(1));
      }
    } catch (SQLException failure) {
      if (!WITHOUT_USERS.contains(failure.getErrorCode())) {
        throw failure;
      }
      grants.add("GRANT ALL PRIVILEGES ON *.* TO ``@``");
    }
    return new Privileges(grants, database);
  }

  /**
   * Returns those of the privileges that the user lacks, sorted; none if the user has a role, as the server does not list
   * the privileges of roles.
   */
  public List<String> missing(Set<String> needed) {
    if (grants.stream().anyMatch(grant -> !GRANT.matcher(grant).matches() && grant.startsWith("GRANT `"))) {
      return List.of();
    }
    Set<String> missing = new TreeSet<>(needed);
    for (String grant : grants) {
      Matcher parts = GRANT.matcher(grant);
      if (parts.matches() && parts.group(3).equals("*") && concernsDatabase(parts.group(2))) {
        Set<String> granted = Arrays.stream(LIST.split(parts.group(1))).collect(Collectors.toSet());
        if (granted.contains("ALL PRIVILEGES")) {
          return List.of();
        }
        missing.removeAll(granted);
      }
    }
    return List.copyOf(missing);
  }

  /** Returns the statement that grants the privileges, for an administrator. */
  public String remedy(List<String> missing) {
    return "GRANT " + String.join(", ", missing) + " ON `" + database + "`.* TO <user>";
  }

  /** The name of a database in a grant is a pattern, in which a backslash makes a wildcard an ordinary character. */
  private boolean concernsDatabase(String granted) {
    if (granted.equals("*")) {
      return true;
    }
    StringBuilder expression = new StringBuilder();
    String pattern = granted.replace("`", "");
    for (int i = 0; i < pattern.length(); i++) {
      char symbol = pattern.charAt(i);
      switch (symbol) {
        case '%' -> expression.append(".*");
        case '_' -> expression.append('.');
        case '\\' -> {
          i++;
          expression.append(Pattern.quote(pattern.substring(i, Math.min(i + 1, pattern.length()))));
        }
        default -> expression.append(Pattern.quote(String.valueOf(symbol)));
      }
    }
    return database.matches(expression.toString());
  }
}

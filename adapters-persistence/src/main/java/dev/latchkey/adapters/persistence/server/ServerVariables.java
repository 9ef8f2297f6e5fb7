package dev.latchkey.adapters.persistence.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The system variables of a session that tell how its server replicates and whether it takes writes. Every user may read
 * them. A server knows only those of its own version and plugins.
 */
record ServerVariables(Map<String, String> values) {

  private static final String QUERY = """
      SHOW VARIABLES WHERE Variable_name IN (
        'read_only', 'super_read_only', 'innodb_read_only', 'offline_mode', 'max_allowed_packet',
        'group_replication_group_name', 'group_replication_consistency', 'wsrep_on', 'wsrep_sync_wait')""";

  /** Server-wide variables each of which makes the server refuse writes. */
  private static final String[] REFUSING_WRITES = {"read_only", "super_read_only", "innodb_read_only", "offline_mode"};

  /** Fails with error 1123 on a server that is no online member of the majority. Every user may call it. */
  private static final String ONLINE_MEMBER = "group_replication_get_write_concurrency()";

  static ServerVariables of(Connection connection) throws SQLException {
    Map<String, String> values = new HashMap<>();
    try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(QUERY)) {
      while (found.next()) {
        values.put(found.getString(1), found.getString(2));
      }
    }
    return new ServerVariables(Map.copyOf(values));
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /**
   * Returns an SQL expression that is true while the server takes no writes. On a server that is configured for a group
   * it fails while the server is no online member of the majority: such a server takes writes that the group never gets.
   */
  String isReadOnlyExpression() {
    StringBuilder expression = new StringBuilder("FALSE");
    for (String name : REFUSING_WRITES) {
      if (values.containsKey(name)) {
        // MySQL answers with a number, some versions of MariaDB with a name.
        expression.append(" OR CAST(@@GLOBAL.").append(name).append(" AS CHAR) NOT IN ('0', 'OFF')");
      }
    }
    return switch (topology()) {
      case Topology.Group() -> "(" + expression + " OR " + ONLINE_MEMBER + " IS NULL)";
      case Topology.Embedded(),Topology.Single(),Topology.Galera() -> "(" + expression + ")";
    };
  }

  Topology topology() {
    if (!value("group_replication_group_name").isEmpty()) {
      return new Topology.Group();
    }
    return value("wsrep_on").equals("ON") ? new Topology.Galera() : new Topology.Single();
  }
}

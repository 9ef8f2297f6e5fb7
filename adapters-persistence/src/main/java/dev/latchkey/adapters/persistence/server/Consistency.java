package dev.latchkey.adapters.persistence.server;

import dev.latchkey.application.port.StoreFinding.Faulty;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The session setting with which a read waits until the server has applied every change that was acknowledged before.
 * On a member that was cut off from the majority such a read waits without end.
 */
final class Consistency {

  private static final String OF_A_GROUP = "group_replication_consistency";
  private static final String OF_A_GALERA_CLUSTER = "wsrep_sync_wait";
  /** With it a member answers reads also while it has no majority, and without waiting. */
  private static final String DIRTY_READS = "wsrep_dirty_reads";
  /** A migration changes the schema of all members, in the same order, and not of this one only. */
  private static final String SCHEMA_CHANGES = "wsrep_osu_method";

  /** Values with which a read waits. With the second one a write waits for the other members, too. */
  private static final Set<String> WAITING = Set.of("BEFORE", "BEFORE_AND_AFTER");

  private Consistency() {}

  /**
   * Makes the reads of a session current, and reads the setting back, because a server can ignore it.
   *
   * @param variables the variables of the session so far
   * @throws SQLException if the server does not accept the setting
   */
  static void require(Connection connection, ServerVariables variables) throws SQLException {
    switch (variables.topology()) {
      case Topology.Embedded(),Topology.Single() -> {
        // A server that takes the writes itself has what it acknowledged.
      }
      case Topology.Group() -> {
        if (!waitsInGroup(variables)) {
          set(connection, OF_A_GROUP, variables.value(OF_A_GROUP).equals("AFTER") ? "'BEFORE_AND_AFTER'" : "'BEFORE'");
          verify(waitsInGroup(ServerVariables.of(connection)), OF_A_GROUP);
        }
      }
      case Topology.Galera() -> {
        if (!waitsInGalera(variables)) {
          set(connection, OF_A_GALERA_CLUSTER, Integer.toString(mask(variables) | 1));
          verify(waitsInGalera(ServerVariables.of(connection)), OF_A_GALERA_CLUSTER);
        }
        set(connection, SCHEMA_CHANGES, "TOI");
        if (readsDirty(variables)) {
          set(connection, DIRTY_READS, "OFF");
          verify(!readsDirty(ServerVariables.of(connection)), DIRTY_READS);
        }
      }
    }
  }

  private static boolean waitsInGroup(ServerVariables variables) {
    return WAITING.contains(variables.value(OF_A_GROUP));
  }

  /** The first bit makes reads and the begin of a transaction wait. */
  private static boolean waitsInGalera(ServerVariables variables) {
    return (mask(variables) & 1) == 1;
  }

  private static boolean readsDirty(ServerVariables variables) {
    return variables.value(DIRTY_READS).equals("ON");
  }

  private static int mask(ServerVariables variables) {
    return Integer.parseInt(variables.value(OF_A_GALERA_CLUSTER));
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION " + name + " = " + value);
    }
  }

  private static void verify(boolean accepted, String name) throws SQLException {
    if (!accepted) {
      throw new UnusableDatabase(
          new Faulty(
              "database",
              "The database server ignores SET SESSION " + name + ".",
              "Use a server that accepts it, and reach it without a proxy that removes it."));
    }
  }
}

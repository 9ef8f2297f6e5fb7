package dev.latchkey.benchmarks.cluster;

import java.time.Duration;
import java.util.List;

/** The kinds of databases that the campaign runs against. */
enum Topology {

  /** MySQL Group Replication with one primary. */
  GROUP("LATCHKEY_TEST_GROUP_", """
      SELECT member_id FROM performance_schema.replication_group_members
      WHERE member_role = 'PRIMARY' AND member_state = 'ONLINE' AND member_id = @@server_uuid AND @@super_read_only = 0
        AND (SELECT SUM(member_state = 'ONLINE') * 2 > COUNT(*)
             FROM performance_schema.replication_group_members)"""),

  /** A Galera cluster, all of whose members take writes. */
  GALERA("LATCHKEY_TEST_GALERA_", """
      SELECT MAX(IF(variable_name = 'WSREP_CLUSTER_CONF_ID', variable_value, '')) FROM information_schema.global_status
      HAVING MAX(variable_name = 'WSREP_CLUSTER_STATUS' AND variable_value = 'Primary')
         AND MAX(variable_name = 'WSREP_READY' AND variable_value = 'ON')"""),

  /** One server. */
  SINGLE("LATCHKEY_TEST_SINGLE_", "SELECT 'up'");

  private final String prefix;
  private final String statement;

  Topology(String prefix, String statement) {
    this.prefix = prefix;
    this.statement = statement;
  }

  /** How the variables begin that the script of the database prints. */
  String prefix() {
    return prefix;
  }

  /** A statement that returns a row on a member that takes writes; another value says that writes moved or went on. */
  String statement() {
    return statement;
  }

  /**
   * Returns how long a member may answer a read alone after it lost the others. In Galera this is
   * evs.causal_keepalive_period: a change is acknowledged only when every member of the view has received it.
   */
  Duration answersAlone() {
    return switch (this) {
      case GROUP, SINGLE -> Duration.ZERO;
      case GALERA -> Duration.ofSeconds(1);
    };
  }

  List<FaultKind> faults() {
    return switch (this) {
      case GROUP -> List.of(FaultKind.values());
      case GALERA -> List.of(FaultKind.CRASH, FaultKind.PAUSE, FaultKind.PRIMARY_CUT_OFF, FaultKind.SECONDARY_CUT_OFF,
          FaultKind.NODE_CUT_OFF, FaultKind.PLANNED_SWITCH, FaultKind.ROLLING_RESTART, FaultKind.LOSS_OF_MAJORITY);
      case SINGLE -> List.of(FaultKind.CRASH, FaultKind.PAUSE, FaultKind.NODE_CUT_OFF, FaultKind.ROLLING_RESTART);
    };
  }
}

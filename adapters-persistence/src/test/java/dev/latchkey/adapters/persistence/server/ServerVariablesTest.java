package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerVariablesTest {

  @Test
  void topologyIsThatOfThePluginThatIsUsed() {
    assertThat(of("read_only", "OFF").topology()).isEqualTo(new Topology.Single());
    assertThat(of("wsrep_on", "OFF").topology()).isEqualTo(new Topology.Single());
    assertThat(of("wsrep_on", "ON").topology()).isEqualTo(new Topology.Galera());
    assertThat(of("group_replication_group_name", "").topology()).isEqualTo(new Topology.Single());
    assertThat(of("group_replication_group_name", "a-b-c").topology()).isEqualTo(new Topology.Group());
  }

  @Test
  void serverTakesNoWritesWithAnyOfTheVariablesThatItHas() {
    for (String name : new String[]{"read_only", "super_read_only", "innodb_read_only", "offline_mode"}) {
      assertThat(of(name, "OFF").isReadOnlyExpression()).contains("@@GLOBAL." + name + " ");
      assertThat(of("max_allowed_packet", "1").isReadOnlyExpression()).doesNotContain(name);
    }
  }

  @Test
  void onlyAMemberOfAGroupIsAskedWhetherItIsOnline() {
    String online = "group_replication_get_write_concurrency()";

    assertThat(of("group_replication_group_name", "a-b-c").isReadOnlyExpression()).contains(online);
    assertThat(of("wsrep_on", "ON").isReadOnlyExpression()).doesNotContain(online);
    assertThat(of("read_only", "OFF").isReadOnlyExpression()).doesNotContain(online);
  }

  @Test
  void serverThatAcceptsTooShortMessagesIsRefusedWithTheRemedy() throws SQLException {
    LargestStatement.require("db1:3306", of("max_allowed_packet", "8388608"));

    assertThatThrownBy(() -> LargestStatement.require("db1:3306", of("max_allowed_packet", "8388607")))
        .hasMessageContaining("db1:3306 accepts messages of at most 8388607 bytes, and 8388608 are needed")
        .hasMessageContaining("SET PERSIST max_allowed_packet = 8388608")
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(ServerFailure.isPassing(refused)).isFalse());
  }

  private static ServerVariables of(String name, String value) {
    return new ServerVariables(Map.of(name, value));
  }
}

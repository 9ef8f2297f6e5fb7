package dev.latchkey.bootstrap.revocation;

import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some nodes, each a process of its own with a way of its own to the one database. */
record Fleet(List<Member> nodes, DatabaseServer database) implements AutoCloseable {

  /** A node, and who asks it. */
  record Member(String name, RunningServer server, Wire wire, Client client) {

    Platform platform() {
      return Platform.of(client);
    }
  }

  static Fleet of(int nodes, Path folder) throws IOException, SQLException {
    Schema schema = Schema.fresh();
    List<Member> started = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      Wire wire = schema.wire();
      Map<String, String> settings = new HashMap<>(schema.settings(wire));
      settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
      settings.put("LATCHKEY_PEPPERS", "1:" + "A".repeat(43) + "=");
      RunningServer server = RunningServer.start(folder.resolve("node-" + i), settings);
      started.add(new Member("node " + i, server, wire, server.client()));
    }
    return new Fleet(List.copyOf(started), schema.server());
  }

  @Override
  public void close() throws IOException {
    for (Member node : nodes) {
      node.server().resume();
      node.server().close();
      node.wire().close();
    }
  }
}

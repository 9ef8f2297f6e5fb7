package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many connections one address may have. */
class ConnectionLimitTest {

  private static final int MOST = 10;
  private static final String REQUEST = "GET /version HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir
  private Path folder;

  @Test
  void oneAddressHasSoManyConnectionsAndNoMoreUntilOneIsClosed() throws IOException {
    try (RunningServer server = started(Map.of())) {
      List<KeptConnection> connections = new ArrayList<>();
      for (int i = 0; i < MOST; i++) {
        connections.add(KeptConnection.to(server.url()));
        assertThat(answered(connections.get(i))).as("connection " + i).isTrue();
      }
      for (int i = 0; i < 3; i++) {
        try (KeptConnection oneTooMany = KeptConnection.to(server.url())) {
          assertThat(answered(oneTooMany)).isFalse();
        }
      }
      assertThat(answered(connections.getFirst())).as("those that were there stay").isTrue();

      for (KeptConnection connection : connections) {
        connection.close();
      }
      // The server hears of it a moment later.
      boolean again = false;
      while (!again) {
        try (KeptConnection connection = KeptConnection.to(server.url())) {
          again = answered(connection);
        }
      }
      String figures = server.client().get("/prometheus").isStatus(200).body();
      assertThat(figures).containsPattern("latchkey_dropped_total\\{what=\"connection_of_address\"} [3-9]")
          .contains("latchkey_dropped_total{what=\"connection\"} 0.0");
    }
  }

  @Test
  void aTrustedProxyHasTheConnectionsOfManyClients() throws IOException {
    try (RunningServer server = started(Map.of("LATCHKEY_TRUSTED_PROXIES", "127.0.0.0/8"))) {
      List<KeptConnection> connections = new ArrayList<>();
      for (int i = 0; i < MOST + 5; i++) {
        connections.add(KeptConnection.to(server.url()));
        assertThat(answered(connections.get(i))).as("connection " + i).isTrue();
      }
      for (KeptConnection connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void theLimitIsAWholeNumberWithinBounds() {
    for (String wrong : List.of("0", "-1", "many", "20001", "2.5")) {
      try (RunningServer server = RunningServer.launch(
          folder.resolve("data"), Map.of("LATCHKEY_CONNECTIONS_PER_ADDRESS", wrong))) {
        assertThat(server.exitStatus()).isEqualTo(2);
        assertThat(server.output())
            .contains("LATCHKEY_CONNECTIONS_PER_ADDRESS must be a whole number from 1 to 20000");
      }
    }
  }

  private RunningServer started(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
    settings.put("LATCHKEY_CONNECTIONS_PER_ADDRESS", Integer.toString(MOST));
    return RunningServer.start(folder.resolve("data"), settings);
  }

  private static boolean answered(KeptConnection connection) {
    try {
      return connection.send(REQUEST).answer().status() == 200;
    } catch (IOException closed) {
      return false;
    }
  }
}

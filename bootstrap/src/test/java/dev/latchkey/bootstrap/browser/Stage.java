package dev.latchkey.bootstrap.browser;

import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server of its own and a browser to look at it with. */
record Stage(Chromium chromium, RunningServer server) implements AutoCloseable {

  static Stage set(Path folder) {
    return set(folder, Map.of());
  }

  static Stage set(Path folder, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN);
    Chromium chromium = Chromium.start();
    try {
      return new Stage(
          chromium,
          RunningServer.start(folder.resolve("data"), settings));
    } catch (AssertionError theServerDidNotStart) {
      chromium.close();
      throw theServerDidNotStart;
    }
  }

  @Override
  public void close() {
    server.close();
    chromium.close();
  }
}

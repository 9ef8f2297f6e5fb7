package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers are held to TLS where the public address has it, and only there. */
class TransportSecurityTest {

  @TempDir
  Path folder;

  @Test
  void everyAnswerUnderAPublicHttpsAddressRequiresTls() {
    try (RunningServer server = start(Map.of("LATCHKEY_PUBLIC_URL", "https://keys.example.com"))) {
      for (String path : new String[]{"/health/liveness", "/api/v2/auth/whoami", "/en/none/sign-in", "/nowhere"}) {
        assertThat(server.client().get(path).header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://keys.example.com"})
  void withoutAPublicHttpsAddressNoAnswerDoes(String url) {
    try (RunningServer server = start(url.isEmpty() ? Map.of() : Map.of("LATCHKEY_PUBLIC_URL", url))) {
      assertThat(server.client().get("/health/liveness").has("Strict-Transport-Security")).isFalse();
    }
  }

  private RunningServer start(Map<String, String> settings) {
    return RunningServer.start(folder.resolve("data"), settings);
  }
}

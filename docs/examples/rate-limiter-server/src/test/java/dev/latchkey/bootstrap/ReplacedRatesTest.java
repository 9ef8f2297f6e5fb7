package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForLimitingRates;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with this module on its class path counts rates in memory, and the store does all the rest. */
class ReplacedRatesTest {

  @TempDir
  private Path folder;

  @Test
  void adapterReplacesTheRatesOfTheStoreAlone() {
    Settings settings = SettingsReader.read(Map.of("LATCHKEY_DATA_DIR", folder.resolve("data").toString()));
    try (ApplicationContext context = ContextBuilder.of(settings)) {
      context.start();

      assertThat(context.getBeansOfType(ForLimitingRates.class)).hasSize(2);
      assertThat(context.getBean(ForLimitingRates.class).getClass().getName())
          .isEqualTo("dev.latchkey.adapters.rates.RatesInMemory");
      assertThat(context.getBean(ForCheckingAccess.class)).isNotNull();
    }
  }
}

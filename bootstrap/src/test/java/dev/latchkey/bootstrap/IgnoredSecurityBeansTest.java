package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bean that somebody added to decide on access, and that no filter would call, stops the start. */
class IgnoredSecurityBeansTest {

  private static final String PLANTED = "planted.security.bean";

  @Factory
  @Requires(property = PLANTED)
  static class Readers {

    @Bean
    @Singleton
    TokenReader<HttpRequest<?>> reader() {
      return _ -> Optional.of("a token");
    }
  }

  private Settings settings;

  @BeforeEach
  void read(@TempDir Path folder) {
    settings = SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
  }

  @Test
  void beanOfSomebodysFactoryIsRefusedByItsFactory() {
    try (ApplicationContext context = ContextBuilder.of(settings)) {
      context.getEnvironment().addPropertySource(
          PropertySource.of("planted", Map.of(PLANTED, "true")));
      context.start();

      assertThatThrownBy(() -> StartUpChecks.run(context, settings))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageStartingWith(Readers.class.getName() + " provides a bean of type TokenReader, which is ignored")
          .hasMessageContaining("Remove the bean");
    }
  }

  @Test
  void registeredBeanIsRefused() {
    try (ApplicationContext context = ContextBuilder.of(settings).start()) {
      SecurityRule<HttpRequest<?>> rule = (request, authentication) -> null;
      context.registerBeanDefinition(RuntimeBeanDefinition.builder(SecurityRule.class, () -> rule).build());

      assertThatThrownBy(() -> StartUpChecks.run(context, settings))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContaining("provides a bean of type SecurityRule, which is ignored");
    }
  }

  @Test
  void beansOfTheFrameworkAreNotRefused() {
    try (ApplicationContext context = ContextBuilder.of(settings).start()) {
      assertThat(context.getBeanDefinitions(SecurityRule.class)).isNotEmpty();
      assertThat(IgnoredSecurityBeans.faults(context)).isEmpty();
    }
  }
}

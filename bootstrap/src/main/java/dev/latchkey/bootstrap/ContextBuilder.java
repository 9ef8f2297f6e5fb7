package dev.latchkey.bootstrap;

import dev.latchkey.bootstrap.Settings.Database;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import java.util.HashMap;
import java.util.Map;

/** Turns settings into an application context, still to be started. Nothing else of the environment is read. */
final class ContextBuilder {

  private ContextBuilder() {}

  static ApplicationContext of(Settings settings) {
    // Flyway, or what else prepares the store, runs at the start.
    return built(ApplicationContext.builder(), settings, Map.of("flyway.datasources.default.enabled", true));
  }

  /** Returns a context that prepares nothing, runs no job, measures nothing and does not serve. */
  static ApplicationContext passive(Settings settings) {
    return built(ApplicationContext.builder().beanConfigurations(new ActiveBeans()), settings,
        Map.of("micronaut.metrics.enabled", false, "micronaut.metrics.export.logging.enabled", false));
  }

  private static ApplicationContext built(
      ApplicationContextBuilder builder, Settings settings, Map<String, Object> more) {
    return builder
        .mainClass(Latchkey.class)
        .banner(false)
        .deduceEnvironment(false)
        .environmentPropertySource(false)
        .properties(properties(settings))
        .properties(more)
        .singletons(settings)
        .build();
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
    properties.put("latchkey.https", settings.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent());
    settings.host().ifPresent(host -> properties.put("micronaut.server.host", host));
    Database database = settings.database();
    properties.put("datasources.default.url", database.url());
    properties.put("datasources.default.username", database.username());
    properties.put("datasources.default.password", database.password());
    return properties;
  }
}

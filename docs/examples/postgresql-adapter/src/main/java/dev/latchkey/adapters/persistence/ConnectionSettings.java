package dev.latchkey.adapters.persistence;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Map;

/** What every connection needs for this adapter to keep its promises: nothing waits without an end. */
@Singleton
final class ConnectionSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

  private static final Map<String, String> IN_SECONDS = Map.of("connectTimeout", "3", "socketTimeout", "12");

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration settings = event.getBean();
    settings.setConnectionTimeout(3_000);
    settings.setValidationTimeout(1_000);
    settings.setConnectionInitSql("SET lock_timeout = '2s'");
    IN_SECONDS.forEach(settings::addDataSourceProperty);
    return settings;
  }
}

package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForMintingIds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bean that cannot be made stops the start, and not the first request that needs it. */
class OwnBeansTest {

  private static final String BROKEN_PORT = "planted.broken.port";
  private static final String BROKEN_CONTROLLER = "planted.broken.controller";
  private static final String BROKEN_FILTER = "planted.broken.filter";
  private static final String ABSENT_EXECUTOR = "planted.absent.executor";

  @Factory
  @Requires(property = BROKEN_PORT)
  static class BrokenIds {

    @Singleton
    @Primary
    ForMintingIds broken() {
      throw new IllegalStateException("the clock has no ticks");
    }
  }

  /** Has no bean. */
  interface Absent {}

  @Controller("/planted")
  @Requires(property = BROKEN_CONTROLLER)
  static class BrokenController {

    BrokenController(@SuppressWarnings("unused") Absent absent) {}

    @Get
    String answer() {
      return "unreachable";
    }
  }

  @ServerFilter("/planted/**")
  @Requires(property = BROKEN_FILTER)
  static class BrokenFilter {

    BrokenFilter() {
      throw new IllegalStateException("the filter has no mesh");
    }
  }

  @Controller("/planted")
  @Requires(property = ABSENT_EXECUTOR)
  static class OnAnAbsentExecutor {

    @Get
    @ExecuteOn("blokcing")
    String answer() {
      return "unreachable";
    }
  }

  private Settings settings;

  @BeforeEach
  void read(@TempDir Path folder) {
    settings = SettingsReader.read(
        Map.of("LATCHKEY_DATA_DIR", folder.resolve("data").toString(), "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
  }

  @Test
  void portWhoseBeanCannotBeMadeStopsTheStart() {
    assertRefused(
        BROKEN_PORT, "The bean " + BrokenIds.class.getName() + ".broken cannot be made", "the clock has no ticks");
  }

  @Test
  void controllerThatNeedsAnAbsentBeanStopsTheStart() {
    assertRefused(
        BROKEN_CONTROLLER, "The bean " + BrokenController.class.getName() + " cannot be made",
        "No bean of type [" + Absent.class.getName() + "] exists");
  }

  @Test
  void filterThatCannotBeMadeStopsTheStart() {
    assertRefused(
        BROKEN_FILTER, "The bean " + BrokenFilter.class.getName() + " cannot be made", "the filter has no mesh");
  }

  @Test
  void absentExecutorStopsTheStart() {
    assertRefused(ABSENT_EXECUTOR, OnAnAbsentExecutor.class.getName()
        + ".answer runs on the executor \"blokcing\", which does not exist. Correct its @ExecuteOn.");
  }

  @Test
  void everySingletonIsMadeBeforeTheServerIsReady() {
    try (ApplicationContext context = ContextBuilder.of(settings).start()) {
      List<BeanDefinition<?>> singletons = OwnBeans.of(context).filter(BeanDefinition::isSingleton)
          .<BeanDefinition<?>>map(bean -> bean)
          .toList();
      assertThat(singletons).filteredOn(bean -> !isMade(context, bean)).hasSizeGreaterThan(20);

      StartUpChecks.run(context, settings);

      assertThat(singletons).hasSizeGreaterThan(100).allMatch(bean -> isMade(context, bean));
    }
  }

  private static boolean isMade(ApplicationContext context, BeanDefinition<?> bean) {
    return !context.getActiveBeanRegistrations(bean.getBeanType()).isEmpty();
  }

  private void assertRefused(String planted, String... words) {
    try (ApplicationContext context = ContextBuilder.of(settings)) {
      context.getEnvironment().addPropertySource(PropertySource.of("planted", Map.of(planted, "true")));
      context.start();

      assertThatThrownBy(() -> StartUpChecks.run(context, settings))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContainingAll(words);
    }
  }
}

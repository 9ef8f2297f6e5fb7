package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForMintingIds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bean that cannot be made stops the start, and not the first request that needs it. */
class OwnBeansTest {

  private static final int WRONG_USE = 2;
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

  @TempDir
  private Path folder;

  @Test
  void portWhoseBeanCannotBeMadeStopsTheStart() {
    assertStops(BROKEN_PORT, WRONG_USE, "BrokenIds", "the clock has no ticks");
  }

  @Test
  void controllerThatNeedsAnAbsentBeanStopsTheStart() {
    assertStops(BROKEN_CONTROLLER, WRONG_USE, Absent.class.getName(), BrokenController.class.getName());
  }

  @Test
  void filterThatCannotBeMadeStopsTheStart() {
    assertStops(BROKEN_FILTER, WRONG_USE, BrokenFilter.class.getName(), "the filter has no mesh");
  }

  @Test
  void absentExecutorStopsTheStart() {
    assertStops(ABSENT_EXECUTOR, WRONG_USE, OnAnAbsentExecutor.class.getName()
        + ".answer runs on the executor \"blokcing\", which does not exist. Correct its @ExecuteOn.");
  }

  @Test
  void everySingletonIsMadeBeforeTheServerIsReady() {
    Settings settings = SettingsReader.read(
        Map.of("LATCHKEY_DATA_DIR", data().toString(), "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
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

  private void assertStops(String property, int status, String... words) {
    try (RunningServer server = RunningServer.launch(data(), Map.of("JAVA_TOOL_OPTIONS", "-D" + property + "=true"))) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(status);
      assertThat(server.output())
          .contains(words)
          .contains("Latchkey was not started")
          .doesNotContain("Latchkey is ready", "LATCHKEY_DATA_DIR", "\tat ");
    }
  }

  private Path data() {
    return folder.resolve("data");
  }
}

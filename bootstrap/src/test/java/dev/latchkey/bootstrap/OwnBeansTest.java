package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForTellingTime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
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
  private static final String BROKEN_PROTOTYPE = "planted.broken.prototype";
  private static final String SOUND_PROTOTYPE = "planted.sound.prototype";
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

  @Prototype
  @Requires(property = BROKEN_PROTOTYPE)
  static class BrokenPrototype {

    private final Absent absent;

    BrokenPrototype(Absent absent) {
      this.absent = absent;
    }

    @Override
    public String toString() {
      return absent.toString();
    }
  }

  @Prototype
  @Requires(property = SOUND_PROTOTYPE)
  static class SoundPrototype {

    private final ForTellingTime time;
    private final List<Absent> all;

    SoundPrototype(ForTellingTime time, List<Absent> all) {
      this.time = time;
      this.all = all;
    }

    @Override
    public String toString() {
      return time + " " + all;
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
  void prototypeThatNeedsAnAbsentBeanStopsTheStart() {
    assertRefused(BROKEN_PROTOTYPE, "The bean " + BrokenPrototype.class.getName() + " cannot be made: of the type "
        + Absent.class.getName() + ", which its constructor takes, there is no bean or more than one.");
  }

  @Test
  void prototypeWhoseParametersCanBeResolvedIsAccepted() {
    try (ApplicationContext context = contextWith(List.of(SOUND_PROTOTYPE))) {
      assertThat(context.getBean(SoundPrototype.class)).isNotNull();
      assertThatCode(() -> StartUpChecks.run(context, settings)).doesNotThrowAnyException();
    }
  }

  @Test
  void everyFaultIsReported() {
    assertRefused(List.of(BROKEN_PORT, BROKEN_FILTER, BROKEN_PROTOTYPE, ABSENT_EXECUTOR),
        "the clock has no ticks",
        "For the same reason these cannot be made: ",
        "The bean " + BrokenFilter.class.getName() + " cannot be made",
        "The bean " + BrokenPrototype.class.getName() + " cannot be made",
        OnAnAbsentExecutor.class.getName() + ".answer runs on the executor \"blokcing\"");
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
    assertRefused(List.of(planted), words);
  }

  private void assertRefused(List<String> planted, String... words) {
    try (ApplicationContext context = contextWith(planted)) {
      assertThatThrownBy(() -> StartUpChecks.run(context, settings))
          .isInstanceOf(InvalidSettings.class)
          .hasMessageContainingAll(words);
    }
  }

  private ApplicationContext contextWith(List<String> planted) {
    Map<String, Object> properties = new HashMap<>();
    planted.forEach(name -> properties.put(name, "true"));
    ApplicationContext context = ContextBuilder.of(settings);
    context.getEnvironment().addPropertySource(PropertySource.of("planted", properties));
    return context.start();
  }
}

package dev.latchkey.bootstrap;

import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.MethodInjectionPoint;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * The beans that are not part of the framework. Micronaut makes most of them at the first request that needs them, so
 * that a bean that cannot be made fails that request and not the start.
 */
final class OwnBeans {

  private static final String FRAMEWORK = "io.micronaut.";

  private OwnBeans() {}

  /** Returns the beans that are enabled, without making one. */
  static Stream<BeanDefinition<?>> of(BeanContext beans) {
    return beans.getAllBeanDefinitions().stream()
        .filter(bean -> !bean.getDeclaringType().orElse(bean.getBeanType()).getName().startsWith(FRAMEWORK))
        .filter(bean -> bean.isEnabled(beans));
  }

  /** Returns the factory method that makes the bean, or the class of the bean. */
  static String origin(BeanDefinition<?> bean) {
    return bean.getConstructor() instanceof MethodInjectionPoint<?, ?> method
        ? bean.getDeclaringType().orElse(bean.getBeanType()).getName() + "." + method.getName()
        : bean.getBeanType().getName();
  }

  /**
   * Makes every singleton: controllers, filters, jobs, stores and use cases.
   *
   * @throws InvalidSettings where one cannot be made
   */
  static void make(BeanContext beans) {
    of(beans).filter(BeanDefinition::isSingleton).forEach(bean -> make(beans, bean));
  }

  private static void make(BeanContext beans, BeanDefinition<?> bean) {
    try {
      beans.getBean(bean);
    } catch (BeanContextException failed) {
      throw new InvalidSettings(List.of("The bean " + origin(bean) + " cannot be made: " + failed.getMessage()));
    }
  }

  /** Returns a message for each method that is to run on an executor that does not exist. */
  static List<String> faults(BeanContext beans) {
    return of(beans)
        .flatMap(bean -> bean.getExecutableMethods().stream())
        .flatMap(method -> method.stringValue(ExecuteOn.class).stream()
            .filter(executor -> !beans.containsBean(ExecutorService.class, Qualifiers.byName(executor)))
            .map(executor -> method.getDeclaringType().getName() + "." + method.getName()
                + " runs on the executor \"" + executor + "\", which does not exist. Correct its @ExecuteOn."))
        .distinct()
        .sorted()
        .toList();
  }
}

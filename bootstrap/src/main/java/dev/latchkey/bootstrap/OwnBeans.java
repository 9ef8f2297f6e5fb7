package dev.latchkey.bootstrap;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.NonUniqueBeanException;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.MethodInjectionPoint;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The beans that are not part of the framework. Micronaut makes most of them at the first request that needs them, so
 * that a bean that cannot be made fails that request and not the start.
 */
final class OwnBeans {

  private static final String FRAMEWORK = "io.micronaut.";
  private static final String JDK = "java.";

  /** A bean that cannot be made. Failures with the same root were thrown in the same place with the same message. */
  private record Failure(String bean, String message, String root) {}

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
   * Makes every singleton: controllers, filters, jobs, stores and use cases. A bean of another scope is made when it is
   * needed, so for it only the parameters of its constructor are looked up.
   *
   * @return a message for each reason why beans cannot be made
   */
  static List<String> make(BeanContext beans) {
    Map<String, List<Failure>> failures = new LinkedHashMap<>();
    of(beans)
        .filter(BeanDefinition::isSingleton)
        .flatMap(bean -> failure(beans, bean).stream())
        .forEach(failure -> failures.computeIfAbsent(failure.root(), _ -> new ArrayList<>()).add(failure));
    List<String> messages = new ArrayList<>();
    failures.values().forEach(alike -> messages.add(message(alike)));
    of(beans)
        .filter(bean -> !bean.isSingleton())
        .flatMap(bean -> unresolved(beans, bean))
        .forEach(messages::add);
    return messages;
  }

  private static Optional<Failure> failure(BeanContext beans, BeanDefinition<?> bean) {
    try {
      beans.getBean(bean);
      return Optional.empty();
    } catch (BeanContextException failed) {
      String message = "The bean " + origin(bean) + " cannot be made: " + failed.getMessage();
      return Optional.of(new Failure(origin(bean), message, described(root(failed))));
    }
  }

  private static Throwable root(Throwable failed) {
    return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).toList().getLast();
  }

  private static String described(Throwable root) {
    return root + Arrays.stream(root.getStackTrace()).findFirst().map(StackTraceElement::toString).orElse("");
  }

  /** Returns the message of the first, and which other beans failed because of it. */
  private static String message(List<Failure> alike) {
    String others = alike.stream()
        .skip(1)
        .map(Failure::bean)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
    String first = alike.getFirst().message();
    return others.isEmpty()
        ? first
        : first + System.lineSeparator() + "For the same reason these cannot be made: " + others + ".";
  }

  private static Stream<String> unresolved(BeanContext beans, BeanDefinition<?> bean) {
    return Arrays.stream(bean.getConstructor().getArguments())
        .filter(OwnBeans::isRequired)
        .filter(parameter -> !isResolved(beans, parameter))
        .map(parameter -> "The bean " + origin(bean) + " cannot be made: of the type " + parameter.getType().getName()
            + ", which its constructor takes, there is no bean or more than one.");
  }

  /** Whether it has to be one bean that is neither the framework's nor a value, such as a text or a collection. */
  private static boolean isRequired(Argument<?> parameter) {
    String type = parameter.getType().getName();
    return !parameter.isNullable()
        && !parameter.isProvider()
        && !parameter.isPrimitive()
        && !parameter.isArray()
        && !parameter.isAnnotationPresent(Parameter.class)
        && !type.startsWith(FRAMEWORK)
        && !type.startsWith(JDK);
  }

  private static <T> boolean isResolved(BeanContext beans, Argument<T> parameter) {
    try {
      return beans.findBeanDefinition(parameter.getType(), Qualifiers.<T>forArgument(parameter)).isPresent();
    } catch (NonUniqueBeanException _) {
      return false;
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

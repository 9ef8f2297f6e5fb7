package dev.latchkey.bootstrap;

import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.security.authentication.provider.AuthenticationProvider;
import io.micronaut.security.authentication.provider.ReactiveAuthenticationProvider;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.handlers.LoginHandler;
import io.micronaut.security.handlers.LogoutHandler;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.reader.TokenReader;
import io.micronaut.security.token.validator.TokenValidator;
import java.util.List;
import java.util.stream.Stream;

/** Finds beans that Micronaut Security would call if its filter were enabled. Latchkey's own filters call none. */
final class IgnoredSecurityBeans {

  private static final String FRAMEWORK = "io.micronaut.";

  private static final List<Class<?>> IGNORED = List.of(
      SecurityRule.class,
      TokenReader.class,
      TokenValidator.class,
      AuthenticationFetcher.class,
      AuthenticationProvider.class,
      ReactiveAuthenticationProvider.class,
      LoginHandler.class,
      LogoutHandler.class);

  private IgnoredSecurityBeans() {}

  /** Returns a message for each such bean that is not part of the framework. */
  static List<String> faults(BeanContext beans) {
    return IGNORED.stream().flatMap(type -> faults(beans, type)).toList();
  }

  private static <T> Stream<String> faults(BeanContext beans, Class<T> type) {
    return beans.getBeanDefinitions(type).stream()
        .map(IgnoredSecurityBeans::origin)
        .filter(origin -> origin.equals(type) || !origin.getName().startsWith(FRAMEWORK))
        .map(origin -> origin.getName() + " provides a bean of type " + type.getSimpleName()
            + ", which is ignored: Latchkey does not run the filter of Micronaut Security. Remove the bean, and state"
            + " the requirement of each endpoint with @Secured.");
  }

  /** Returns the factory that makes the bean, or the class of the bean. */
  private static Class<?> origin(BeanDefinition<?> bean) {
    return bean.getDeclaringType().orElse(bean.getBeanType());
  }
}

package dev.latchkey.bootstrap;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.application.port.out.ForTellingTime;
import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.NonUniqueBeanException;
import io.micronaut.inject.BeanDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds ports that have no bean, or more than one. A request that needs such a port can only fail. */
final class UnresolvedPorts {

  private static final Set<String> PORTS = Set.of(
      ForCheckingAccess.class.getPackageName(), ForTellingTime.class.getPackageName());

  /** Ports that no bean needs and the commands get from the context. */
  private static final List<Class<?>> OF_THE_COMMANDS = List.of(ForPreparingTheStore.class);

  private UnresolvedPorts() {}

  /** Returns a message for each port that cannot be resolved. */
  static List<String> faults(BeanContext beans) {
    return ports(beans).stream().flatMap(port -> fault(beans, port).stream()).toList();
  }

  /** Returns every port that a bean is or needs, or a command. */
  static List<Class<?>> ports(BeanContext beans) {
    Stream<Class<?>> ofBeans = OwnBeans.of(beans)
        .flatMap(bean -> Stream.<Class<?>>concat(
            Stream.of(bean.getBeanType()), bean.getRequiredComponents().stream()));
    return Stream.concat(ofBeans, OF_THE_COMMANDS.stream())
        .filter(UnresolvedPorts::isPort)
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private static boolean isPort(Class<?> type) {
    return type.isInterface() && PORTS.contains(type.getPackageName());
  }

  private static <T> Optional<String> fault(BeanContext beans, Class<T> port) {
    try {
      return beans.findBeanDefinition(port).isPresent() ? Optional.empty() : Optional.of(missing(beans, port));
    } catch (NonUniqueBeanException _) {
      return Optional.of(ambiguous(beans, port));
    }
  }

  private static String missing(BeanContext beans, Class<?> port) {
    return "The port " + port.getName() + " has no bean, and these need it: "
        + (OF_THE_COMMANDS.contains(port)
            ? Latchkey.class.getName()
            : listed(OwnBeans.of(beans).filter(bean -> bean.getRequiredComponents().contains(port))))
        + ". Add a method for it to " + Wiring.class.getName()
        + ", or add the module that implements it to bootstrap/pom.xml.";
  }

  private static <T> String ambiguous(BeanContext beans, Class<T> port) {
    return "The port " + port.getName() + " has more than one bean: "
        + listed(beans.getBeanDefinitions(port).stream())
        + ". Remove all but one, or annotate the one to use with @Primary.";
  }

  private static String listed(Stream<? extends BeanDefinition<?>> beans) {
    return beans.map(OwnBeans::origin).distinct().sorted().collect(Collectors.joining(", "));
  }
}

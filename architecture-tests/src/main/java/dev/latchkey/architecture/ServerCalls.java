package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The calls that the HTTP server makes to code of this project, and those that follow from them. */
record ServerCalls(Hexagon house) {

  /** Annotations of methods that the server calls on its event loop by default. */
  private static final List<String> CALLED_BY_THE_SERVER = List.of(
      "io.micronaut.http.annotation.HttpMethodMapping",
      "io.micronaut.http.annotation.Error",
      "io.micronaut.http.annotation.RequestFilter",
      "io.micronaut.http.annotation.ResponseFilter",
      "io.micronaut.management.endpoint.annotation.Delete",
      "io.micronaut.management.endpoint.annotation.Read",
      "io.micronaut.management.endpoint.annotation.Write",
      "io.micronaut.websocket.annotation.OnClose",
      "io.micronaut.websocket.annotation.OnError",
      "io.micronaut.websocket.annotation.OnMessage",
      "io.micronaut.websocket.annotation.OnOpen");

  /** Types that the server calls on its event loop, through any method that overrides one of theirs. */
  private static final List<String> EXTENDS_THE_SERVER = List.of(
      "io.micronaut.core.bind.ArgumentBinder",
      "io.micronaut.core.convert.TypeConverter",
      "io.micronaut.http.body.MessageBodyReader",
      "io.micronaut.http.body.MessageBodyWriter",
      "io.micronaut.http.filter.HttpFilter",
      "io.micronaut.http.server.exceptions.ExceptionHandler",
      "io.micronaut.http.server.exceptions.response.ErrorResponseProcessor",
      "io.micronaut.http.server.util.HttpClientAddressResolver",
      "io.micronaut.http.server.util.HttpHostResolver",
      "io.micronaut.http.server.util.locale.HttpLocaleResolver",
      "io.micronaut.management.health.indicator.HealthIndicator",
      "io.micronaut.security.filters.AuthenticationFetcher",
      "io.micronaut.security.rules.SecurityRule",
      "io.micronaut.security.token.reader.TokenReader",
      "io.micronaut.security.token.validator.TokenValidator",
      "io.micronaut.serde.Deserializer",
      "io.micronaut.serde.Serializer",
      "io.netty.channel.ChannelHandler");

  /**
   * Returns whether the server calls the method, on its event loop if no annotation says otherwise. A bridge of the
   * compiler does not count, as the method to which it leads does.
   */
  boolean areFromTheServer(JavaMethod method) {
    return CALLED_BY_THE_SERVER.stream().anyMatch(mark -> isMarked(method, mark))
        || (!method.getModifiers().contains(JavaModifier.BRIDGE)
            && method.getOwner().getAllClassesSelfIsAssignableTo().stream()
                .filter(type -> !house.isOurs(type))
                .filter(type -> EXTENDS_THE_SERVER.stream().anyMatch(type::isAssignableTo))
                .anyMatch(type -> declares(type, method)));
  }

  static boolean isMarked(CanBeAnnotated method, String mark) {
    return method.isAnnotatedWith(mark) || method.isMetaAnnotatedWith(mark);
  }

  /** Returns the code of this project that runs, on any thread, when the server calls the method, itself included. */
  Set<JavaCodeUnit> reachedFrom(JavaMethod entry) {
    Set<JavaCodeUnit> reached = new LinkedHashSet<>(List.of(entry));
    var left = new ArrayDeque<JavaCodeUnit>(reached);
    while (!left.isEmpty()) {
      left.remove().getAccessesFromSelf().stream()
          .flatMap(access -> Stream.concat(meant(access), givenToTheJdk(access)))
          .filter(reached::add)
          .forEach(left::add);
    }
    return reached;
  }

  /** Returns the code of this project that an access may run: the target and its overriding methods, if no port. */
  Stream<JavaCodeUnit> meant(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && house.isOurs(target.getOwner())
        && !house.isPort(target.getOwner())
            ? Stream.concat(target.resolveMember().stream(), overriding(target))
            : Stream.empty();
  }

  /** Returns the methods of a constructed class of this project that the JDK may call through one of its interfaces. */
  Stream<JavaCodeUnit> givenToTheJdk(JavaAccess<?> access) {
    var type = access.getTargetOwner();
    return access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
        && house.isOurs(type)
        && !type.isAssignableTo(Thread.class)
            ? type.getMethods().stream()
                .filter(method -> type.getAllRawInterfaces().stream()
                    .anyMatch(of -> of.getPackageName().startsWith("java.") && declares(of, method)))
                .map(method -> method)
            : Stream.empty();
  }

  private static boolean declares(JavaClass type, JavaMethod method) {
    return type.getMethods().stream()
        .anyMatch(declared -> declared.getName().equals(method.getName())
            && declared.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }

  private static Stream<JavaCodeUnit> overriding(AccessTarget.CodeUnitAccessTarget target) {
    var parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return target.getOwner().getAllSubclasses().stream()
        .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
  }
}

package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about the methods of an adapter that the HTTP server calls. */
public record EndpointRules(Hexagon house) {

  private static final String CONTROLLER = "io.micronaut.http.annotation.Controller";
  private static final String ENDPOINT = "io.micronaut.http.annotation.HttpMethodMapping";
  private static final String SECURED = "io.micronaut.security.annotation.Secured";
  private static final String EXECUTE_ON = "io.micronaut.scheduling.annotation.ExecuteOn";

  /** Annotations of methods that the server calls on its event loop by default. */
  private static final List<String> CALLED_BY_THE_SERVER = List.of(
      ENDPOINT,
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
      "io.micronaut.http.body.MessageBodyReader",
      "io.micronaut.http.body.MessageBodyWriter",
      "io.micronaut.http.filter.HttpFilter",
      "io.micronaut.http.server.exceptions.ExceptionHandler",
      "io.micronaut.http.server.exceptions.response.ErrorResponseProcessor",
      "io.micronaut.http.server.util.HttpClientAddressResolver",
      "io.micronaut.http.server.util.HttpHostResolver",
      "io.micronaut.http.server.util.locale.HttpLocaleResolver",
      "io.micronaut.security.filters.AuthenticationFetcher",
      "io.micronaut.security.rules.SecurityRule",
      "io.micronaut.security.token.reader.TokenReader",
      "io.micronaut.security.token.validator.TokenValidator",
      "io.netty.channel.ChannelHandler");

  /** Types whose methods execute work on other threads. */
  private static final List<String> HANDS_TO_OTHERS = List.of("java.util.concurrent.Executor", "java.lang.Thread");

  /** Of its methods only those whose name ends in Async do so. */
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  /** Suffix of the port methods that never block. */
  private static final String NEVER_WAITS = "AtOnce";

  List<ArchitectureRule> all() {
    return List.of(endpointsStateTheirSecurity(), endpointsLeaveTheEventLoop());
  }

  /** Requires explicit security on every endpoint. */
  public ArchitectureRule endpointsStateTheirSecurity() {
    return ArchitectureRule.named("endpointsStateTheirSecurity")
        .forbids("endpoints without @Secured on the method or its controller")
        .because("some frameworks allow and others refuse requests to an endpoint without such an annotation, and a "
            + "reader cannot tell which")
        .instead("add @Secured with the permission that the endpoint requires, or with isAnonymous() for public access")
        .about(house.rooms(Room.ADAPTERS))
        .lawForEach(
            type -> house.isOurs(type) && type.isAnnotatedWith(CONTROLLER),
            type -> type.type().getMethods().stream()
                .filter(method -> isMarked(method, ENDPOINT))
                .filter(method -> !method.isAnnotatedWith(SECURED) && !type.type().isAnnotatedWith(SECURED))
                .map(method -> type.line(method, "does not say who may call it")));
  }

  /** Forbids blocking calls on the event loop. */
  public ArchitectureRule endpointsLeaveTheEventLoop() {
    return ArchitectureRule.named("endpointsLeaveTheEventLoop")
        .forbids("endpoints, filters, binders, channel handlers and error handlers without @ExecuteOn that call, "
            + "directly or through other methods of this project, a method of a driving port whose name does not end in "
            + "AtOnce, or code of the JDK or a library that may block: files, sockets, look-ups of names, HTTP clients, "
            + "SQL, streams, "
            + "sleeping, locks, the result of a future; calls in a lambda are allowed if the "
            + "enclosing method uses an executor, an …Async method of CompletableFuture or a thread")
        .because("a request that blocks the event loop, waiting for the store, a disk or another server, delays all "
            + "other connections of that thread")
        .instead("add @ExecuteOn(TaskExecutors.BLOCKING) to the controller or the filter method, or call the port "
            + "method whose name ends in AtOnce and submit the rest to an executor")
        .about(house.rooms(Room.ADAPTERS, Room.DRIVING_PORTS))
        .lawForEach(
            house::isOurs,
            type -> type.type().getMethods().stream()
                .filter(this::isCalledByTheServer)
                .filter(method -> !staysAway(method))
                .flatMap(method -> waits(method)
                    .map(port -> type.line(method, "waits on the event loop for %s".formatted(port)))));
  }

  private boolean isCalledByTheServer(JavaMethod method) {
    return CALLED_BY_THE_SERVER.stream().anyMatch(mark -> isMarked(method, mark))
        || method.getOwner().getAllClassesSelfIsAssignableTo().stream()
            .filter(type -> !house.isOurs(type))
            .filter(type -> EXTENDS_THE_SERVER.stream().anyMatch(type::isAssignableTo))
            .flatMap(type -> type.getMethods().stream())
            .anyMatch(overridden -> overridden.getName().equals(method.getName())
                && overridden.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }

  private static boolean staysAway(JavaMethod method) {
    return method.isAnnotatedWith(EXECUTE_ON) || method.getOwner().isAnnotatedWith(EXECUTE_ON);
  }

  private static boolean isMarked(CanBeAnnotated method, String mark) {
    return method.isAnnotatedWith(mark) || method.isMetaAnnotatedWith(mark);
  }

  /** Returns the calls that may block and that are reachable from the method in code of this project. */
  private Stream<String> waits(JavaMethod entry) {
    Set<JavaCodeUnit> reached = new LinkedHashSet<>(List.of(entry));
    Set<String> waits = new LinkedHashSet<>();
    var left = new ArrayDeque<JavaCodeUnit>(reached);
    while (!left.isEmpty()) {
      var unit = left.remove();
      var handsOver = unit.getAccessesFromSelf().stream().anyMatch(EndpointRules::handsOver);
      unit.getAccessesFromSelf().stream()
          .filter(access -> !(handsOver && access.isDeclaredInLambda()))
          .forEach(access -> {
            if (mayWait(access) || BlockingCalls.include(access)) {
              waits.add("%s.%s".formatted(access.getTargetOwner().getSimpleName(), access.getTarget().getName()));
            }
            meant(access).filter(reached::add).forEach(left::add);
          });
    }
    return waits.stream();
  }

  private static boolean handsOver(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return !BlockingCalls.include(access)
        && (HANDS_TO_OTHERS.stream().anyMatch(owner::isAssignableTo)
            || (owner.isAssignableTo(FUTURE) && access.getTarget().getName().endsWith("Async")));
  }

  private boolean mayWait(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && house.drivingPorts().holds(target.getOwner())
        && house.isPort(target.getOwner())
        && !target.getName().endsWith(NEVER_WAITS);
  }

  /** Returns the code of this project that an access may run: the target and its overriding methods, if no port. */
  private Stream<JavaCodeUnit> meant(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && house.isOurs(target.getOwner())
        && !house.isPort(target.getOwner())
            ? Stream.concat(target.resolveMember().stream(), overriding(target))
            : Stream.empty();
  }

  private static Stream<JavaCodeUnit> overriding(AccessTarget.CodeUnitAccessTarget target) {
    var parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return target.getOwner().getAllSubclasses().stream()
        .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
  }
}

package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
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

  /** Types whose methods execute work on other threads. */
  private static final List<String> HANDS_TO_OTHERS = List.of("java.util.concurrent.Executor", "java.lang.Thread");

  /** Of its methods only those whose name ends in Async do so. */
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  /** Marks an interface that the framework implements with an HTTP client. */
  private static final String CLIENT = "io.micronaut.http.client.annotation.Client";

  /** Types of results that a client returns before the answer is there. */
  private static final List<String> PROMISES = List.of("io.reactivex.CompletableSource",
      "io.reactivex.MaybeSource", "io.reactivex.SingleSource", "io.reactivex.rxjava3.core.CompletableSource",
      "io.reactivex.rxjava3.core.MaybeSource", "io.reactivex.rxjava3.core.SingleSource",
      "java.util.concurrent.CompletionStage", "java.util.concurrent.Flow$Publisher", "java.util.concurrent.Future",
      "org.reactivestreams.Publisher");

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
                .filter(method -> ServerCalls.isMarked(method, ENDPOINT))
                .filter(method -> !method.isAnnotatedWith(SECURED) && !type.type().isAnnotatedWith(SECURED))
                .map(method -> type.line(method, "does not say who may call it")));
  }

  /** Forbids blocking calls on the event loop. */
  public ArchitectureRule endpointsLeaveTheEventLoop() {
    var calls = new ServerCalls(house);
    return ArchitectureRule.named("endpointsLeaveTheEventLoop")
        .forbids("endpoints, filters, binders, converters, serializers, health indicators, channel handlers and error "
            + "handlers without @ExecuteOn that call, directly, through other methods of this project or through a "
            + "function of the JDK that they construct, a method of a driving port whose name does not end in "
            + "AtOnce, a method of a @Client that returns no publisher or future, or code of the JDK or a library that "
            + "may block: files, sockets, look-ups of names, HTTP clients, SQL, streams, sleeping, locks, the result of "
            + "a future; calls in a lambda are allowed if the enclosing method uses an executor, an …Async method of "
            + "CompletableFuture or a thread")
        .because("a request that blocks the event loop, waiting for the store, a disk or another server, delays all "
            + "other connections of that thread")
        .instead("add @ExecuteOn(TaskExecutors.BLOCKING) to the controller or the filter method, or call the port "
            + "method whose name ends in AtOnce and submit the rest to an executor")
        .about(house.rooms(Room.ADAPTERS, Room.DRIVING_PORTS))
        .lawForEach(
            house::isOurs,
            type -> type.type().getMethods().stream()
                .filter(calls::areFromTheServer)
                .filter(method -> !staysAway(method))
                .flatMap(method -> waits(method)
                    .map(port -> type.line(method, "waits on the event loop for %s".formatted(port)))));
  }

  private static boolean staysAway(JavaMethod method) {
    return method.isAnnotatedWith(EXECUTE_ON) || method.getOwner().isAnnotatedWith(EXECUTE_ON);
  }

  /** Returns the calls that may block and that are reachable from the method in code of this project. */
  Stream<String> waits(JavaCodeUnit entry) {
    var calls = new ServerCalls(house);
    Set<JavaCodeUnit> reached = new LinkedHashSet<>(List.of(entry));
    Set<String> waits = new LinkedHashSet<>();
    var left = new ArrayDeque<JavaCodeUnit>(reached);
    while (!left.isEmpty()) {
      var unit = left.remove();
      var handsOver = unit.getAccessesFromSelf().stream().anyMatch(EndpointRules::handsOver);
      unit.getAccessesFromSelf().stream()
          .filter(access -> !(handsOver && access.isDeclaredInLambda()))
          .forEach(access -> {
            if (mayWait(access) || awaitsAClient(access) || BlockingCalls.include(access)) {
              waits.add("%s.%s".formatted(access.getTargetOwner().getSimpleName(), access.getTarget().getName()));
            }
            Stream.concat(calls.meant(access), handsOver ? Stream.empty() : calls.givenToTheJdk(access))
                .filter(reached::add)
                .forEach(left::add);
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

  private static boolean awaitsAClient(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getOwner().isAnnotatedWith(CLIENT)
        && PROMISES.stream().noneMatch(target.getRawReturnType()::isAssignableTo);
  }
}

package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about adapters: the types that they may name, and those that must not leave them. */
public record AdapterRules(Hexagon house) {

  /** Annotations of classes with methods that the HTTP server calls. */
  private static final List<String> ANSWERS_REQUESTS = List.of(
      "io.micronaut.http.annotation.Controller",
      "io.micronaut.http.annotation.Filter",
      "io.micronaut.http.annotation.ServerFilter",
      "io.micronaut.management.endpoint.annotation.Endpoint");

  /** Packages of database and transaction libraries, including subpackages. */
  private static final List<String> STORE_TECHNOLOGY = List.of(
      "com.mysql",
      "com.zaxxer.hikari",
      "io.micronaut.data",
      "io.micronaut.jdbc",
      "io.micronaut.transaction",
      "jakarta.persistence",
      "jakarta.transaction",
      "java.sql",
      "javax.sql",
      "org.flywaydb",
      "org.h2",
      "org.mariadb");

  /** Annotations and supertypes that identify a row or a repository regardless of its name. */
  private static final List<String> ROWS_AND_REPOSITORIES = List.of(
      "io.micronaut.data.annotation.MappedEntity",
      "io.micronaut.data.annotation.Repository",
      "io.micronaut.data.jdbc.annotation.JdbcRepository",
      "io.micronaut.data.repository.GenericRepository",
      "jakarta.persistence.Entity");

  List<ArchitectureRule> all() {
    return List.of(
        adaptersDoNotKnowEachOther(),
        adaptersReachTheCoreThroughPorts(),
        adaptersStandOnOneSide(),
        onlyBootstrapConstructsUseCases(),
        rowsAndRepositoriesStayInside(),
        storeTechnologyStaysInPersistence(),
        onlyBootstrapReadsTheEnvironment());
  }

  /** Forbids dependencies between adapters, so that each can be replaced separately. */
  public ArchitectureRule adaptersDoNotKnowEachOther() {
    return ArchitectureRule.named("adaptersDoNotKnowEachOther")
        .forbids("dependencies of an adapter on another adapter")
        .because("an adapter can be swapped only if no package except %s depends on it".formatted(bootstrap()))
        .instead("call the core from both; move what they share to the domain if it is a domain concept, and duplicate "
            + "it otherwise")
        .about(house.rooms(Room.ADAPTERS))
        .lawForEach(
            house.adapters()::holds,
            type -> type.dependenciesOn(
                other -> house.adapters().holds(other)
                    && !house.adapterOf(other).equals(house.adapterOf(type.type()))));
  }

  /** Forbids dependencies of adapters on core classes other than the domain and the ports. */
  public ArchitectureRule adaptersReachTheCoreThroughPorts() {
    return ArchitectureRule.named("adaptersReachTheCoreThroughPorts")
        .forbids("dependencies of an adapter on types of this project other than adapters, the domain and the ports")
        .because("a dependency on the class behind a port makes it impossible to replace or decorate it, or to test "
            + "the adapter alone")
        .instead("take the port as a constructor parameter, and choose its implementation in %s".formatted(bootstrap()))
        .about(house.rooms(Room.ADAPTERS, Room.DOMAIN, Room.DRIVING_PORTS, Room.DRIVEN_PORTS,
            Room.USE_CASES, Room.BOOTSTRAP))
        .lawForEach(
            house.adapters()::holds,
            type -> type.dependenciesOn(
                other -> house.isOurs(other)
                    && !house.adapters().holds(other)
                    && !house.domain().holds(other)
                    && !house.isAmongPorts(other)));
  }

  /** Forbids an adapter that is both driving and driven. */
  public ArchitectureRule adaptersStandOnOneSide() {
    return ArchitectureRule.named("adaptersStandOnOneSide")
        .forbids("dependencies on driving ports in an adapter that implements a driven port, and on driven ports in "
            + "any other adapter")
        .because("a driving adapter that calls a driven port bypasses the use case, with its checks and its audit")
        .instead("add the missing method to the driving port, and call the driven port in its use case"
            + house.layout().sharedPorts()
                .map("; types that both sides need, such as StoreUnavailable, belong in %s itself"::formatted)
                .orElse(""))
        .about(house.rooms(Room.ADAPTERS, Room.DRIVING_PORTS, Room.DRIVEN_PORTS))
        .law(classes -> {
          var drivenAdapters = classes.stream()
              .filter(this::implementsDrivenPort)
              .flatMap(type -> house.adapterOf(type).stream())
              .collect(Collectors.toSet());
          return classes.stream()
              .filter(house.adapters()::holds)
              .map(ClassView::new)
              .flatMap(type -> type.dependenciesOn(
                  house.adapterOf(type.type()).filter(drivenAdapters::contains).isPresent()
                      ? house.drivingPorts()::holds
                      : house.drivenPorts()::holds));
        });
  }

  /** Forbids the construction of use cases outside bootstrap. */
  public ArchitectureRule onlyBootstrapConstructsUseCases() {
    return ArchitectureRule.named("onlyBootstrapConstructsUseCases")
        .forbids("construction of use cases outside %s, by new or by a constructor reference".formatted(bootstrap()))
        .because("the wiring in %s is complete only if no other code constructs use cases".formatted(bootstrap()))
        .instead("take the port as a constructor parameter, and construct its use case in %s".formatted(bootstrap()))
        .about(house.rooms(Room.USE_CASES, Room.DRIVING_PORTS, Room.BOOTSTRAP))
        .lawForEach(
            type -> house.isOurs(type) && !house.bootstrap().holds(type),
            type -> type.accesses(access -> isConstruction(access) && isUseCase(access.getTargetOwner())
                && !access.getTargetOwner().equals(type.type())));
  }

  /** Forbids rows and repositories outside the persistence adapter. */
  public ArchitectureRule rowsAndRepositoriesStayInside() {
    return ArchitectureRule.named("rowsAndRepositoriesStayInside")
        .forbids(("code outside %s that depends on its rows or repositories, which are identified by a name "
            + "that ends in Row or Repository, or by an annotation or supertype of the mapping library")
            .formatted(persistence()))
        .because("a table cannot change freely if code outside %s depends on its rows".formatted(persistence()))
        .instead("return types of the domain, and convert in the row itself (row.toKey())")
        .about(house.rooms(Room.PERSISTENCE))
        .lawForEach(
            type -> house.isOurs(type) && !house.persistence().holds(type),
            type -> type.dependenciesOn(other -> house.persistence().holds(other) && isRowOrRepository(other)));
  }

  /** Forbids database technology outside the persistence adapter. */
  public ArchitectureRule storeTechnologyStaysInPersistence() {
    return ArchitectureRule.named("storeTechnologyStaysInPersistence")
        .forbids("dependencies on JDBC, transactions, data mapping, connection pools, migrations or database vendors "
            + "outside %s".formatted(persistence()))
        .because("the store can be swapped only if no code outside %s depends on its technology"
            .formatted(persistence()))
        .instead("pass the whole change to one method of a driven port, and make it one transaction in its adapter; "
            + "translate vendor exceptions into an outcome or StoreUnavailable there")
        .about(house.rooms(Room.PERSISTENCE, Room.DOMAIN, Room.BOOTSTRAP))
        .about(house.application())
        .lawForEach(
            type -> house.isOurs(type) && !house.persistence().holds(type),
            type -> type.dependenciesOn(
                other -> STORE_TECHNOLOGY.stream().anyMatch(name -> new PackageScope(name).holds(other))));
  }

  /** Forbids the reading of settings outside bootstrap, and in endpoints everywhere. */
  public ArchitectureRule onlyBootstrapReadsTheEnvironment() {
    return ArchitectureRule.named("onlyBootstrapReadsTheEnvironment")
        .forbids(("access to environment variables, system properties, the framework's settings, management beans of "
            + "the JVM, other processes or files below /proc outside %1$s, and in a controller, filter or management "
            + "endpoint of %1$s or in code that it calls; calls of a health indicator, converter or serializer count "
            + "as well").formatted(bootstrap()))
        .because("the environment holds the server's secrets, and a setting that is read elsewhere is in no list of "
            + "settings and is not validated at the start")
        .instead("read and validate the setting in %s, and pass its value to the constructor".formatted(bootstrap()))
        .about(house.rooms(Room.ADAPTERS, Room.BOOTSTRAP))
        .law(classes -> {
          var ours = classes.stream().filter(type -> house.isOurs(type) && !isGenerated(type)).toList();
          var read = ours.stream()
              .filter(type -> !house.bootstrap().holds(type) || answersRequests(type))
              .map(ClassView::new)
              .flatMap(type -> Stream.concat(
                  Surroundings.ENVIRONMENT.findIn(type),
                  type.texts()
                      .filter(text -> text.contains("/proc/"))
                      .map(text -> type.line("names the file %s".formatted(text)))));
          return Stream.concat(read, readForTheServer(ours));
        });
  }

  /** Returns what classes of bootstrap that do not answer requests themselves read for those that do. */
  private Stream<String> readForTheServer(List<JavaClass> ours) {
    var calls = new ServerCalls(house);
    return ours.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(calls::areFromTheServer)
        .flatMap(entry -> calls.reachedFrom(entry).stream())
        .distinct()
        .filter(unit -> house.bootstrap().holds(unit.getOwner())
            && !isGenerated(unit.getOwner())
            && !answersRequests(unit.getOwner()))
        .flatMap(unit -> unit.getAccessesFromSelf().stream())
        .filter(Surroundings.ENVIRONMENT::isRead)
        .map(JavaAccess::getDescription);
  }

  private static boolean answersRequests(JavaClass type) {
    return ANSWERS_REQUESTS.stream().anyMatch(type::isAnnotatedWith);
  }

  /** Returns whether an annotation processor wrote the class: it puts a dollar in front of the name. */
  private static boolean isGenerated(JavaClass type) {
    return type.getName().startsWith("$", type.getPackageName().length() + 1);
  }

  private String bootstrap() {
    return house.layout().nameOf(Room.BOOTSTRAP);
  }

  private String persistence() {
    return house.layout().nameOf(Room.PERSISTENCE);
  }

  private boolean implementsDrivenPort(JavaClass type) {
    return type.getAllRawInterfaces().stream().anyMatch(port -> house.drivenPorts().holds(port) && house.isPort(port));
  }

  private static boolean isConstruction(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
  }

  private boolean isUseCase(JavaClass type) {
    return house.useCases().holds(type)
        && type.getAllRawInterfaces().stream().anyMatch(house.drivingPorts()::holds);
  }

  private static boolean isRowOrRepository(JavaClass type) {
    var name = type.getSimpleName();
    return name.endsWith("Row")
        || name.endsWith("Repository")
        || ROWS_AND_REPOSITORIES.stream().anyMatch(mark -> type.isAnnotatedWith(mark) || type.isAssignableTo(mark));
  }
}

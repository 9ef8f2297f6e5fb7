package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.stream.Collectors;

/** Rules about adapters: the types that they may name, and those that must not leave them. */
public record AdapterRules(Hexagon house) {

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
        storeTechnologyStaysInPersistence());
  }

  /** Forbids dependencies between adapters, so that each can be replaced separately. */
  public ArchitectureRule adaptersDoNotKnowEachOther() {
    return ArchitectureRule.named("adaptersDoNotKnowEachOther")
        .forbids("an adapter to name a type of another adapter")
        .because("an adapter can be swapped only if nobody but bootstrap knows it")
        .instead(
            "let both talk to the core; what two adapters share is either a word of the domain or worth writing twice")
        .about(house.adapters())
        .lawForEach(
            house.adapters()::holds,
            type -> type.dependenciesOn(
                other -> house.adapters().holds(other)
                    && !house.adapterOf(other).equals(house.adapterOf(type.type()))));
  }

  /** Forbids dependencies of adapters on core classes other than the domain and the ports. */
  public ArchitectureRule adaptersReachTheCoreThroughPorts() {
    return ArchitectureRule.named("adaptersReachTheCoreThroughPorts")
        .forbids("an adapter to name anything of ours but itself, the domain and the ports")
        .because("a caller that knows the class behind a port stops it from being replaced, decorated or tested alone")
        .instead("ask for the port in the constructor, and let bootstrap decide who answers")
        .about(house.adapters(), house.domain(), house.drivingPorts(), house.drivenPorts(), house.useCases(),
            house.bootstrap())
        .lawForEach(
            house.adapters()::holds,
            type -> type.dependenciesOn(
                other -> house.isOurs(other)
                    && !house.adapters().holds(other)
                    && !house.domain().holds(other)
                    && !house.ports().holds(other)));
  }

  /** Forbids an adapter that is both driving and driven. */
  public ArchitectureRule adaptersStandOnOneSide() {
    return ArchitectureRule.named("adaptersStandOnOneSide")
        .forbids("an adapter that implements a driven port to name driving ports, and any other adapter to name driven "
            + "ports")
        .because("a driving adapter that calls a driven port passes by the use case, with its checks and its audit")
        .instead("give the driving port the method that is missing, and let its use case ask the driven port; what "
            + "both sides must be able to say, such as that the store is down, lives in application.port itself")
        .about(house.adapters(), house.drivingPorts(), house.drivenPorts())
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
        .forbids("anybody but bootstrap to construct a use case, be it by new or by a constructor reference")
        .because("the wiring is the one diagram that cannot be out of date, as long as nobody wires elsewhere")
        .instead("take the port as a constructor parameter, and add the line to the wiring in bootstrap")
        .about(house.useCases(), house.drivingPorts(), house.bootstrap())
        .lawForEach(
            type -> house.isOurs(type) && !house.bootstrap().holds(type),
            type -> type.accesses(access -> isConstruction(access) && isUseCase(access.getTargetOwner())
                && !access.getTargetOwner().equals(type.type())));
  }

  /** Forbids rows and repositories outside the persistence adapter. */
  public ArchitectureRule rowsAndRepositoriesStayInside() {
    return ArchitectureRule.named("rowsAndRepositoriesStayInside")
        .forbids(
            "code outside persistence to name a row or a repository of persistence; they are known by the name's end or "
                + "by an annotation or supertype of the mapping library")
        .because("code that names a row passes it on, and then the table can no longer change")
        .instead("hand out types of the domain, and convert in the row itself (row.toKey())")
        .about(house.persistence())
        .lawForEach(
            type -> house.isOurs(type) && !house.persistence().holds(type),
            type -> type.dependenciesOn(other -> house.persistence().holds(other) && isRowOrRepository(other)));
  }

  /** Forbids database technology outside the persistence adapter. */
  public ArchitectureRule storeTechnologyStaysInPersistence() {
    return ArchitectureRule.named("storeTechnologyStaysInPersistence")
        .forbids("anybody but persistence to name SQL, transactions, rows, pools, migrations or a vendor's exception")
        .because("the store can be swapped only if nothing outside it would notice")
        .instead("ask a driven port for the whole change at once, and let its adapter make it one transaction; turn a "
            + "vendor's exception into an outcome or into StoreUnavailable there")
        .about(house.persistence(), house.domain(), house.application(), house.bootstrap())
        .lawForEach(
            type -> house.isOurs(type) && !house.persistence().holds(type),
            type -> type.dependenciesOn(
                other -> STORE_TECHNOLOGY.stream().anyMatch(name -> new PackageScope(name).holds(other))));
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

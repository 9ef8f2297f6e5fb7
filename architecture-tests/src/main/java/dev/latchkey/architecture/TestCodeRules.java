package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that keep test code out of the running service. */
public record TestCodeRules(Hexagon house) {

  /** Names of packages that hold test code, at any depth below the root. */
  private static final Set<String> PACKAGES = Set.of("fixtures", "contracts");

  /** Packages of test libraries, including subpackages. */
  private static final List<String> LIBRARIES = List.of("net.jqwik", "org.assertj", "org.junit", "org.mockito");

  List<ArchitectureRule> all() {
    return List.of(serviceUsesNoTestCode());
  }

  /** Forbids dependencies of the service on fixtures, contracts and test libraries. */
  public ArchitectureRule serviceUsesNoTestCode() {
    return ArchitectureRule.named("serviceUsesNoTestCode")
        .forbids(("dependencies of the domain, the application, the adapters and %s on a package of this project named "
            + "fixtures or contracts, or on the test libraries JUnit, AssertJ, Mockito and jqwik")
            .formatted(house.layout().nameOf(Room.BOOTSTRAP)))
        .because("a fixture is predictable and forgets: a server that mints its keys with one issues keys that "
            + "anyone can compute")
        .instead("wire the adapter that implements the port, and give the dependency on the fixtures the scope test")
        .about(house.core())
        .about(house.rooms(Room.ADAPTERS, Room.BOOTSTRAP))
        .lawForEach(
            type -> isService(type) && !isTestCode(type),
            type -> type.dependenciesOn(this::isTestCode));
  }

  private boolean isService(JavaClass type) {
    return house.isCore(type) || house.adapters().holds(type) || house.bootstrap().holds(type);
  }

  private boolean isTestCode(JavaClass type) {
    return isInTestPackage(type) || LIBRARIES.stream().anyMatch(name -> new PackageScope(name).holds(type));
  }

  private boolean isInTestPackage(JavaClass type) {
    return house.isOurs(type)
        && Stream.of(type.getPackageName().substring(house.root().length()).split("\\.", -1))
            .anyMatch(PACKAGES::contains);
  }
}

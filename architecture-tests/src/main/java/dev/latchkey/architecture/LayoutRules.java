package dev.latchkey.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the layout: the packages in which a class may be, and the dependencies between packages. */
public record LayoutRules(Hexagon house) {

  List<ArchitectureRule> all() {
    return List.of(everyClassHasAHome(), packagesAreAcyclic(), packagesAreNullMarked());
  }

  /** Forbids classes outside the packages of the layout. */
  public ArchitectureRule everyClassHasAHome() {
    return ArchitectureRule.named("everyClassHasAHome")
        .forbids("a class outside the packages of the layout: %s".formatted(house.homes()))
        .because("most rules select classes by these packages, and do not check a class elsewhere")
        .instead("move the class to one of these packages, usually that of the classes that use it")
        .about(everyRoom())
        .lawForEach(
            type -> !house.hasHomeFor(type) && !new ClassView(type).isPackageInfo(),
            type -> Stream.of(type.line("lives in no room of the house")));
  }

  /** Forbids cyclic dependencies between packages. */
  public ArchitectureRule packagesAreAcyclic() {
    return ArchitectureRule.named("packagesAreAcyclic")
        .forbids("cyclic dependencies between packages")
        .because("packages in a cycle cannot be understood, tested or moved separately")
        .instead("move the type that both packages need to the package with fewer dependencies, or declare an "
            + "interface there")
        .about(everyRoom())
        .law(classes -> slices().matching(house.root() + ".(**)").should().beFreeOfCycles()
            .allowEmptyShould(true)
            .evaluate(classes)
            .getFailureReport()
            .getDetails()
            .stream());
  }

  /** Requires {@code @NullMarked} on every package. */
  public ArchitectureRule packagesAreNullMarked() {
    return ArchitectureRule.named("packagesAreNullMarked")
        .forbids("a package without a package-info.java that has JSpecify's @NullMarked")
        .because(
            "the compiler checks for null only in packages with this annotation, and it does not apply to subpackages")
        .instead("add a package-info.java with one sentence about the package and @NullMarked")
        .about(everyRoom())
        .lawForEach(
            house::isOurs,
            type -> type.type().getPackage().tryGetPackageInfo().filter(LayoutRules::isNullMarked).isPresent()
                ? Stream.empty()
                : Stream.of("Package <%s> is not @NullMarked".formatted(type.type().getPackageName())));
  }

  private static boolean isNullMarked(HasAnnotations<?> packageInfo) {
    return packageInfo.isAnnotatedWith("org.jspecify.annotations.NullMarked");
  }

  private List<RuleRoom> everyRoom() {
    return house.rooms(Room.DOMAIN, Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.USE_CASES, Room.ADAPTERS,
        Room.BOOTSTRAP);
  }
}

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
        .forbids("a class outside domain, application.port and its in and out, application.usecase, "
            + "adapters.{one adapter} and bootstrap")
        .because("a class that lives nowhere is held to no other rule")
        .instead("ask which room would miss the class if it were gone, and move it there")
        .about(everyRoom())
        .lawForEach(
            type -> !house.hasHomeFor(type) && !new ClassView(type).isPackageInfo(),
            type -> Stream.of(type.line("lives in no room of the house")));
  }

  /** Forbids cyclic dependencies between packages. */
  public ArchitectureRule packagesAreAcyclic() {
    return ArchitectureRule.named("packagesAreAcyclic")
        .forbids("packages that depend on each other in a circle")
        .because("a circle can only be understood, tested and moved as one piece")
        .instead("move the type that both need to the package that knows less, or name the need as an interface there")
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
        .forbids("a package without a package-info.java that carries JSpecify's @NullMarked")
        .because("the compiler refuses a forgotten null only where the package asks it to, and the mark on a package "
            + "does not reach the packages below")
        .instead("add package-info.java with one sentence about the package and @NullMarked")
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

  private PackageScope[] everyRoom() {
    return new PackageScope[]{
        house.domain(), house.drivingPorts(), house.drivenPorts(), house.useCases(), house.adapters(), house.bootstrap()
    };
  }
}

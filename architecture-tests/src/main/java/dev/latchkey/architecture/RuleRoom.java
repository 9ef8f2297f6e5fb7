package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Optional;

/** A package as a rule names it: one that must have classes, or one that is declared absent. */
public sealed interface RuleRoom {

  /** Returns the package. */
  PackageScope scope();

  /** Returns what is wrong with the package among the imported classes; empty if the rule can be evaluated. */
  Optional<String> fault(JavaClasses classes);

  /** Returns the sentence about a package that the house does not have; empty for any other package. */
  Optional<String> absence();

  /** Returns the full name of the package. */
  default String name() {
    return scope().name();
  }

  /** Returns whether the class is in the package or below. */
  default boolean holds(JavaClass type) {
    return scope().holds(type);
  }

  /**
   * A package that the house has.
   *
   * @param scope the package
   */
  record Present(PackageScope scope) implements RuleRoom {

    @Override
    public Optional<String> fault(JavaClasses classes) {
      return classes.stream().anyMatch(type -> holds(type) && !new ClassView(type).isPackageInfo())
          ? Optional.empty()
          : Optional.of(("checks package %s, of which no class was imported. Without classes the rule would always "
              + "pass: import the module, correct the layout, or declare the package absent there.").formatted(name()));
    }

    @Override
    public Optional<String> absence() {
      return Optional.empty();
    }
  }

  /**
   * A package that the house does not have.
   *
   * @param room what the package would be for
   * @param scope the package
   * @param reason why the house has no such package
   */
  record Absent(Room room, PackageScope scope, String reason) implements RuleRoom {

    @Override
    public Optional<String> fault(JavaClasses classes) {
      return classes.stream().filter(this::holds).findFirst().map(
          type -> ("needs package %s to be absent, as the layout declares it (%s), but the class %s is in it: name the "
              + "package in the layout.").formatted(name(), reason, type.getName()));
    }

    @Override
    public Optional<String> absence() {
      return Optional.of("This layout has no %s: %s".formatted(room.label(), reason));
    }
  }
}

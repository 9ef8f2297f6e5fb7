package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.Priority;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule that explains itself, and that refuses to pass over nothing.
 *
 * <p>ArchUnit's own rules pass when a package that they name does not exist. This one names its rooms, and an
 * evaluation in which one of them is empty fails: a misspelt or moved package must not look like a kept wall.
 *
 * @param name the method that makes the rule
 * @param forbids what it forbids, as the end of a sentence that begins "It forbids"
 * @param why the reason, as the end of a sentence that begins "because"
 * @param instead what a developer should do who ran into it, as a sentence of its own
 * @param rooms the packages that the rule names, none of which may be empty
 * @param law finds the violations
 */
public record ArchitectureRule(String name, String forbids, String why, String instead, List<PackageScope> rooms,
    Check law)
    implements
      ArchRule {

  /** The part of a rule that looks at code. */
  @FunctionalInterface
  public interface Check {
    /** One line for each violation among the classes. */
    Stream<String> violations(JavaClasses classes);
  }

  static Draft named(String name) {
    return new Draft(name);
  }

  @Override
  public void check(JavaClasses classes) {
    Assertions.check(this, classes);
  }

  @Override
  public EvaluationResult evaluate(JavaClasses classes) {
    rooms.forEach(room -> refuseIfEmpty(room, classes));
    var events = ConditionEvents.Factory.create();
    law.violations(classes).distinct().sorted().forEach(line -> events.add(SimpleConditionEvent.violated(line, line)));
    return new EvaluationResult(this, events, Priority.MEDIUM);
  }

  private void refuseIfEmpty(PackageScope room, JavaClasses classes) {
    if (classes.stream().noneMatch(type -> room.holds(type) && !type.getSimpleName().equals("package-info"))) {
      throw new IllegalStateException(
          "%s is a rule about package %s, of which no class was imported. A rule about nothing always passes: import "
              .formatted(name, room.name())
              .concat("the module, or correct the layout in Hexagon."));
    }
  }

  @Override
  public String getDescription() {
    return "%s forbids %s, because %s. Instead: %s".formatted(name, forbids, why, instead);
  }

  @Override
  public ArchitectureRule because(String reason) {
    return new ArchitectureRule(name, forbids, reason, instead, rooms, law);
  }

  @Override
  public ArchitectureRule as(String newDescription) {
    return new ArchitectureRule(name, newDescription, why, instead, rooms, law);
  }

  /** Not offered: that no rule passes over an empty package is the point of this type. */
  @Override
  public ArchitectureRule allowEmptyShould(boolean allow) {
    if (allow) {
      throw new UnsupportedOperationException(name + " does not pass over an empty package");
    }
    return this;
  }

  /** A rule in the making, so that the texts stand beside their names where a rule is written. */
  static final class Draft {
    private final String name;
    private String forbids = "";
    private String why = "";
    private String instead = "";
    private List<PackageScope> rooms = List.of();

    private Draft(String name) {
      this.name = name;
    }

    Draft forbids(String what) {
      forbids = what;
      return this;
    }

    Draft because(String reason) {
      why = reason;
      return this;
    }

    Draft instead(String advice) {
      instead = advice;
      return this;
    }

    Draft about(PackageScope... named) {
      rooms = List.of(named);
      return this;
    }

    ArchitectureRule law(Check law) {
      return new ArchitectureRule(name, forbids, why, instead, rooms, law);
    }

    /** For a law that looks at one class after the other. */
    ArchitectureRule lawForEach(Predicate<JavaClass> subject, Function<ClassView, Stream<String>> finder) {
      return law(classes -> classes.stream().filter(subject).map(ClassView::new).flatMap(finder));
    }
  }
}

package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.Priority;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ArchUnit rule with its reason and its remedy, which fails if it applies to no class.
 *
 * <p>ArchUnit's own rules pass when a package that they name does not exist. This rule lists its packages, and its
 * evaluation fails if one of them is empty: a misspelt or moved package must not look like a rule that is kept. For a
 * package that the layout declares absent the description gives the reason, and a class in it is an error.
 *
 * @param name the method that creates the rule
 * @param forbids the forbidden code, as the end of a sentence that begins "It forbids"
 * @param why the reason, as the end of a sentence that begins "because"
 * @param instead the remedy for a developer, as a separate sentence
 * @param rooms the packages that the rule names, none of which may be empty unless it is declared absent
 * @param law finds the violations
 */
public record ArchitectureRule(String name, String forbids, String why, String instead, List<RuleRoom> rooms,
    Check law)
    implements
      ArchRule {

  /** Finds the violations of a rule. */
  @FunctionalInterface
  public interface Check {
    /** Returns one line for each violation among the classes. */
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
    for (var room : rooms) {
      room.fault(classes).ifPresent(fault -> {
        throw new IllegalStateException("%s %s".formatted(name, fault));
      });
    }
    var events = ConditionEvents.Factory.create();
    law.violations(classes).distinct().sorted().forEach(line -> events.add(SimpleConditionEvent.violated(line, line)));
    return new EvaluationResult(this, events, Priority.MEDIUM);
  }

  /**
   * Returns an address of this rule for test reports. Surefire prints the name of a dynamic test only if the test has a
   * source of its own; otherwise it prints the name of the test factory and a number.
   */
  public URI source() {
    return URI.create("rule:" + name);
  }

  /** Returns a sentence for each package of this rule that the layout declares absent. */
  public List<String> absences() {
    return rooms.stream().flatMap(room -> room.absence().stream()).toList();
  }

  @Override
  public String getDescription() {
    return "%s forbids %s, because %s. Instead: %s".formatted(name, forbids, why, instead)
        + absences().stream().map(". %s"::formatted).collect(Collectors.joining());
  }

  @Override
  public ArchitectureRule because(String reason) {
    return new ArchitectureRule(name, forbids, reason, instead, rooms, law);
  }

  @Override
  public ArchitectureRule as(String newDescription) {
    return new ArchitectureRule(name, newDescription, why, instead, rooms, law);
  }

  /**
   * Unsupported, as no rule may pass on an empty package.
   *
   * @throws UnsupportedOperationException if {@code allow} is true
   */
  @Override
  public ArchitectureRule allowEmptyShould(boolean allow) {
    if (allow) {
      throw new UnsupportedOperationException(name + " must not pass if a package is empty");
    }
    return this;
  }

  /** A builder, so that each text appears next to its name where a rule is defined. */
  static final class Draft {
    private final String name;
    private String forbids = "";
    private String why = "";
    private String instead = "";
    private List<RuleRoom> rooms = List.of();

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

    Draft about(List<RuleRoom> named) {
      rooms = Stream.concat(rooms.stream(), named.stream()).toList();
      return this;
    }

    ArchitectureRule law(Check law) {
      return new ArchitectureRule(name, forbids, why, instead, rooms, law);
    }

    /** Builds a rule that examines each class separately. */
    ArchitectureRule lawForEach(Predicate<JavaClass> subject, Function<ClassView, Stream<String>> finder) {
      return law(classes -> classes.stream().filter(subject).map(ClassView::new).flatMap(finder));
    }
  }
}

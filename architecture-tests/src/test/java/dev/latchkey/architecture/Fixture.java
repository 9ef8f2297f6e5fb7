package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A small house made to be looked at: one that breaks a rule in every way we know, or one that keeps them all. */
record Fixture(String name) {

  private static final String FIXTURES = "dev.latchkey.architecture.fixtures.";

  private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

  /** A house with a near miss for every rule, and no violation. */
  static Fixture clean() {
    return new Fixture("clean");
  }

  /** The house that breaks that rule; its package is the rule's name in lower case. */
  static Fixture breaking(ArchitectureRule rule) {
    return new Fixture("broken." + rule.name().toLowerCase(Locale.ROOT));
  }

  Hexagon house() {
    return new Hexagon(FIXTURES + name);
  }

  JavaClasses classes() {
    return IMPORTED.computeIfAbsent(house().root(), root -> new ClassFileImporter().importPackages(root));
  }

  /** The same rule, made for this house. */
  ArchitectureRule rule(ArchitectureRule like) {
    return house().rules().stream().filter(rule -> rule.name().equals(like.name())).findFirst().orElseThrow();
  }

  /** The violations in this house, without its root package and without line numbers. */
  List<String> violations(ArchitectureRule like) {
    return rule(like).evaluate(classes()).getFailureReport().getDetails().stream()
        .flatMap(String::lines)
        .map(line -> line.replace(house().root() + ".", "").replaceAll(" ?in \\([^)]*\\)$", "").strip())
        .sorted()
        .toList();
  }
}

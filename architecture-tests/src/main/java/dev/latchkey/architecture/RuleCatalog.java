package dev.latchkey.architecture;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All rules as a Markdown page, generated from the rules themselves so that it cannot differ from them.
 *
 * @param rules in the order of the page
 */
public record RuleCatalog(List<ArchitectureRule> rules) {

  /**
   * Returns the page.
   *
   * @param command the command that generates the page, as shown on it
   */
  public String page(String command) {
    return """
        # Architecture rules

        Generated from the rules in `architecture-tests`; do not edit. After a change to a rule:

        ```
        %s
        ```

        Each rule is tested on code that violates it in every known way, and on code that does not violate it. A rule
        fails if one of its packages contains no class, unless the layout declares the package absent; the rule then
        states the reason.

        %s
        ## What the rules cannot detect

        Class files do not contain everything. These rules cannot detect constants that the compiler inlined, casts,
        generics of local variables, the types in the labels of a pattern switch, annotations on the use of a type,
        lambdas that implement a port, synchronized blocks, writes to an element of an array, and what a function or an
        object of a type of the core keeps to itself. For dependencies between modules, Maven module boundaries and
        `module-info` are a second check. Annotations that switch off a check of the compiler are not in class files:
        `SuppressionsTest` compares those in the sources with a list, and a new one fails until it is listed with a
        reason. A secret is known by its name or type alone.

        ## Plain Java

        The core may use these packages, each without its subpackages: %s.

        It may also use these types: %s.
        """
        .formatted(
            command,
            rules.stream().map(RuleCatalog::section).collect(Collectors.joining()),
            listed(PlainJava.PACKAGES),
            listed(PlainJava.TYPES));
  }

  private static String section(ArchitectureRule rule) {
    return """
        ## %s

        It forbids %s.
        %s
        **Why:** because %s.

        **Instead:** %s.

        """.formatted(rule.name(), rule.forbids(), absences(rule), rule.why(), rule.instead());
  }

  private static String absences(ArchitectureRule rule) {
    return rule.absences().stream().map("\n**Absent:** %s.\n"::formatted).collect(Collectors.joining());
  }

  private static String listed(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}

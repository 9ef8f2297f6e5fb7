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
        # The rules of the house

        Generated from the rules in `architecture-tests`; do not edit. After a change to a rule:

        ```
        %s
        ```

        Each rule is proven on a house that breaks it in every way we know, and holds on one that does not. A rule about
        a package in which there is no class fails.

        %s
        ## What no rule sees

        Class files do not tell everything. Constants that the compiler inlined, casts, generics of local variables, the
        types in the labels of a pattern switch, annotations on the use of a type, lambdas that implement a port,
        synchronized blocks, and what stands behind a field of an interface type are invisible to these rules. Maven
        module boundaries and `module-info` stand in front of them.

        ## What plain Java is

        The core may name these packages, each without the packages below it: %s.

        And these types: %s.
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

        **Why:** because %s.

        **Instead:** %s.

        """.formatted(rule.name(), rule.forbids(), rule.why(), rule.instead());
  }

  private static String listed(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}

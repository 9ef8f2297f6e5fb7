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

        Class files do not contain everything, and a rule follows a value only within one class. `BlindSpotsTest` has
        examples of all but the last line, so that the list stays true. What detects it instead, in this repository:

        | not detected | detected by |
        |---|---|
        | constants that the compiler inlined, casts, generics of local variables, the types in the labels of a pattern \
        switch, annotations on the use of a type | Maven module boundaries and `module-info`: the type is not on the path \
        of the module |
        | lambdas that implement a port | `EveryDrivenPortTest`: a driven port has an adapter, and the adapter joins its \
        contract |
        | synchronized blocks in the core | nothing; they have no effect without state, which other rules forbid |
        | changes to the elements of an array; what a function made by another class keeps; a map that a function keeps \
        among other values; a mutable object within a container; an unmodifiable view of what a method of another class \
        returns | the tests with several servers, below `bootstrap/…/revocation`, for keys; otherwise review |
        | a failure that the core catches by an exception that it expects, such as `IllegalArgumentException`, or in a \
        method without a result | the mutation tests of the core (`-Pmutation`), which report a block that no \
        test runs |
        | a secret under an ordinary name, and a secret in a message | `SecrecyTest`, which searches what the server \
        logs, stores and answers for every secret that it made |
        | waiting in a function that is kept in a field, or for a monitor | `benchmarks/run abuse`, which measures \
        how long other requests are delayed |
        | waiting in a lambda that is given to `TypeConverter.of`, or in a class that is constructed in a method that also \
        uses an executor | `benchmarks/run abuse` |
        | a date that is joined to a text or printed as an `Object`, `Calendar.Builder`, and a `PrintStream` whose \
        charset is unknown | review |
        | a setting that the wiring passes to an endpoint as a function | `RoutesTest` for a route that answers with it |
        | templates of other projects outside their root package | review; `TemplatesTest` checks those of this \
        repository |
        | access by reflection, and a file whose name is composed at run time | `RoutesTest` for a route that answers with \
        it; otherwise review |
        | annotations and options that switch off a check, as most are not in class files | `SuppressionsTest`: it \
        compares those in the sources and poms with a list, and fails until a new one is on it with a reason |

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

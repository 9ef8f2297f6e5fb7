package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the types that the core may name and call: its own and plain Java. */
public record PurityRules(Hexagon house) {

  List<ArchitectureRule> all() {
    return List.of(
        domainUsesItselfAndPlainJava(),
        applicationUsesTheDomainAndPlainJava(),
        coreCarriesNoForeignAnnotations(),
        coreAsksNobodyForTimeOrChance(),
        coreDoesNoInputOrOutput(),
        coreStartsNoThreads());
  }

  /** Restricts the domain to its own types and plain Java. */
  public ArchitectureRule domainUsesItselfAndPlainJava() {
    return ArchitectureRule.named("domainUsesItselfAndPlainJava")
        .forbids("the domain to name a type that is neither its own nor on the list of plain Java")
        .because("what the business decides must outlive every framework, and be readable without one")
        .instead("take the value as a parameter of a type of the domain, or name the need as a driven port and let an "
            + "adapter use the library")
        .about(house.domain())
        .lawForEach(
            house.domain()::holds,
            type -> type.dependenciesOn(other -> !house.domain().holds(other) && !PlainJava.includes(other)));
  }

  /** Restricts the application to its own types, the domain and plain Java. */
  public ArchitectureRule applicationUsesTheDomainAndPlainJava() {
    return ArchitectureRule.named("applicationUsesTheDomainAndPlainJava")
        .forbids("the application to name a type that is neither its own, nor the domain's, nor on the list of plain "
            + "Java")
        .because("ports and use cases say what happens; how it is stored, sent or wired is somebody else's to change")
        .instead("name the need as a driven port, put the library behind it in an adapter, and wire both in bootstrap")
        .about(house.application())
        .lawForEach(
            house.application()::holds,
            type -> type.dependenciesOn(other -> !house.isCore(other) && !PlainJava.includes(other)));
  }

  /** Forbids foreign annotations in the core. */
  public ArchitectureRule coreCarriesNoForeignAnnotations() {
    return ArchitectureRule.named("coreCarriesNoForeignAnnotations")
        .forbids("the core an annotation that is not its own, Java's or JSpecify's")
        .because("an annotation is behaviour that somebody else adds where the reader cannot see it")
        .instead("wire by hand in bootstrap; put rows, bodies and transactions into the adapter that needs them")
        .about(house.domain(), house.application())
        .lawForEach(house::isCore, type -> type.dependenciesOn(this::isForeignAnnotation));
  }

  /** Forbids access to time, randomness and settings in the core, which receives them as parameters. */
  public ArchitectureRule coreAsksNobodyForTimeOrChance() {
    return ArchitectureRule.named("coreAsksNobodyForTimeOrChance")
        .forbids("the core to ask for the time, for chance, for the default locale or zone, or for a setting, be it by "
            + "call or by method reference")
        .because("a decision that depends on an unseen question cannot be repeated, nor tested at its edges")
        .instead("take the instant, the secret or the setting as a parameter; the use case has driven ports for them; "
            + "give toLowerCase and toUpperCase Locale.ROOT")
        .about(house.domain(), house.application())
        .lawForEach(house::isCore, type -> doors(type, Surroundings.TIME_AND_CHANCE));
  }

  /** Forbids input and output in the core. */
  public ArchitectureRule coreDoesNoInputOrOutput() {
    return ArchitectureRule.named("coreDoesNoInputOrOutput")
        .forbids("the core to read or write files, sockets, consoles, resources or logs")
        .because("I/O fails, blocks and leaks, and each of the three is an adapter's business to handle")
        .instead("return what there is to tell as an outcome or a change, and let an adapter write it")
        .about(house.domain(), house.application())
        .lawForEach(house::isCore, type -> doors(type, Surroundings.INPUT_AND_OUTPUT));
  }

  /** Forbids threads, locks and shared state between threads in the core. */
  public ArchitectureRule coreStartsNoThreads() {
    return ArchitectureRule.named("coreStartsNoThreads")
        .forbids(
            "the core threads, executors, locks, atomics, thread-locals, parallel streams and synchronized methods")
        .because("a core without shared state needs no lock, and a tenant in a thread-local is in no signature")
        .instead("keep values immutable, pass the caller as a parameter, and let the adapter choose the thread")
        .about(house.domain(), house.application())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(doors(type, Surroundings.THREADS), synchronizedMethods(type)));
  }

  private static Stream<String> doors(ClassView type, Surroundings surroundings) {
    return Stream.concat(type.dependenciesOn(surroundings::holds), type.accesses(surroundings::isDoor));
  }

  private static Stream<String> synchronizedMethods(ClassView type) {
    return type.type().getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
        .map(method -> type.line(method, "is synchronized"));
  }

  private boolean isForeignAnnotation(JavaClass type) {
    return type.isAnnotation() && !house.isCore(type) && !PlainJava.includes(type);
  }
}

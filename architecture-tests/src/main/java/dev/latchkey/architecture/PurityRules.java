package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the types that the core may name and call, its own and plain Java, and about silent defaults. */
public record PurityRules(Hexagon house) {

  List<ArchitectureRule> all() {
    return List.of(
        domainUsesItselfAndPlainJava(),
        applicationUsesTheDomainAndPlainJava(),
        coreCarriesNoForeignAnnotations(),
        coreAsksNobodyForTimeOrChance(),
        coreDoesNoInputOrOutput(),
        coreStartsNoThreads(),
        localeZoneAndCharsetAreStated());
  }

  /** Restricts the domain to its own types and plain Java. */
  public ArchitectureRule domainUsesItselfAndPlainJava() {
    return ArchitectureRule.named("domainUsesItselfAndPlainJava")
        .forbids("dependencies of the domain on types other than its own and those on the list of plain Java")
        .because("the business rules must not depend on a framework, and must be readable without one")
        .instead("take the value as a parameter of a domain type, or declare a driven port and use the library in an "
            + "adapter")
        .about(house.rooms(Room.DOMAIN))
        .lawForEach(
            house.domain()::holds,
            type -> type.dependenciesOn(other -> !house.domain().holds(other) && !PlainJava.includes(other)));
  }

  /** Restricts the application to its own types, the domain and plain Java. */
  public ArchitectureRule applicationUsesTheDomainAndPlainJava() {
    return ArchitectureRule.named("applicationUsesTheDomainAndPlainJava")
        .forbids("dependencies of the application on types other than its own, those of the domain and those on the "
            + "list of plain Java")
        .because("ports and use cases must not depend on how data is stored, sent or wired")
        .instead("declare a driven port, use the library in an adapter, and wire both in %s"
            .formatted(house.layout().nameOf(Room.BOOTSTRAP)))
        .about(house.application())
        .lawForEach(
            house::isApplication,
            type -> type.dependenciesOn(other -> !house.isCore(other) && !PlainJava.includes(other)));
  }

  /** Forbids foreign annotations in the core. */
  public ArchitectureRule coreCarriesNoForeignAnnotations() {
    return ArchitectureRule.named("coreCarriesNoForeignAnnotations")
        .forbids("annotations in the core other than its own, those of plain Java and JSpecify's")
        .because("an annotation of a framework adds behaviour that is not visible in the annotated code")
        .instead("wire explicitly in %s; declare rows, bodies and transactions in the adapter that needs them"
            .formatted(house.layout().nameOf(Room.BOOTSTRAP)))
        .about(house.core())
        .lawForEach(house::isCore, type -> type.dependenciesOn(this::isForeignAnnotation));
  }

  /** Forbids access to time, randomness and settings in the core, which receives them as parameters. */
  public ArchitectureRule coreAsksNobodyForTimeOrChance() {
    return ArchitectureRule.named("coreAsksNobodyForTimeOrChance")
        .forbids("access in the core to the clock, random numbers, the default locale or time zone, system properties "
            + "or environment variables, by type, call or method reference")
        .because("a result that depends on hidden input cannot be reproduced, and its edge cases cannot be tested")
        .instead("take the instant, the secret or the setting as a parameter (use cases have driven ports for them); "
            + "pass Locale.ROOT to toLowerCase and toUpperCase")
        .about(house.core())
        .lawForEach(house::isCore, type -> Surroundings.TIME_AND_CHANCE.findIn(type));
  }

  /** Forbids input and output in the core. */
  public ArchitectureRule coreDoesNoInputOrOutput() {
    return ArchitectureRule.named("coreDoesNoInputOrOutput")
        .forbids("access in the core to files, the network, the console, resources, processes or logs")
        .because("I/O can fail, block or leak resources, and adapters have to handle these cases")
        .instead("return the data as an outcome or a change, and write it in an adapter")
        .about(house.core())
        .lawForEach(house::isCore, type -> Surroundings.INPUT_AND_OUTPUT.findIn(type));
  }

  /** Forbids threads, locks and shared state between threads in the core. */
  public ArchitectureRule coreStartsNoThreads() {
    return ArchitectureRule.named("coreStartsNoThreads")
        .forbids(
            "threads, executors, locks, atomics, thread-locals, parallel streams and synchronized methods in the core")
        .because("a core without shared state needs no locks, and a tenant in a thread-local is a hidden parameter")
        .instead("keep values immutable, pass the caller as a parameter, and choose the thread in the adapter")
        .about(house.core())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(Surroundings.THREADS.findIn(type), synchronizedMethods(type)));
  }

  /** Forbids the silent use of the machine's locale, time zone and charset in all code. */
  public ArchitectureRule localeZoneAndCharsetAreStated() {
    return ArchitectureRule.named("localeZoneAndCharsetAreStated")
        .forbids("calls and references in the whole project that use the default locale, time zone or charset without "
            + "a parameter of type Locale, ZoneId, Clock or Charset that names it, such as String.formatted, "
            + "getBytes(), LocalDate.now(), new Scanner and new InputStreamReader(stream), or ResultSet.getTimestamp "
            + "without a Calendar; calls that have no such parameter, such as new SimpleDateFormat and Date.toString, "
            + "or that set the default; and System.out and System.err in adapters, as they write in the charset of the "
            + "machine")
        .because("the same code then writes other digits, bytes or dates on a machine with other settings")
        .instead("pass it: String.format(Locale.ROOT, …), getBytes(StandardCharsets.UTF_8), a ZoneId or a ZoneOffset; "
            + "use DateTimeFormatter and OffsetDateTime instead of SimpleDateFormat and Timestamp; pass a PrintStream "
            + "to the constructor of the adapter")
        .about(house.core())
        .about(house.rooms(Room.ADAPTERS))
        .lawForEach(
            house::isOurs,
            type -> type.accesses(access -> SilentDefaults.include(access)
                || (house.adapters().holds(type.type()) && SilentDefaults.isConsole(access))));
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

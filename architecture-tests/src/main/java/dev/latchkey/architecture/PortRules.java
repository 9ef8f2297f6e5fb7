package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the ports and their implementations. */
public record PortRules(Hexagon house) {

  private static final Pattern FOR_DOING = Pattern.compile("For([A-Z][a-z]+)*?[A-Z][a-z]+ing([A-Z]\\w*)?");

  List<ArchitectureRule> all() {
    return List.of(
        portsAreNamedForWhatTheyAreFor(),
        portSignaturesSpeakOurLanguage(),
        outcomesAreSealed(),
        eachDrivingPortHasOneUseCase(),
        drivenPortsAreImplementedInAdapters(),
        storesAreAskedWithProof());
  }

  /** Requires that a port is public and named for its purpose. */
  public ArchitectureRule portsAreNamedForWhatTheyAreFor() {
    return ArchitectureRule.named("portsAreNamedForWhatTheyAreFor")
        .forbids("interfaces in the port packages that are neither sealed nor public, top-level and named For…ing, and "
            + "classes there other than records, enums and exceptions")
        .because("the name of a port states its purpose; a name such as KeyRepository states how it is implemented")
        .instead("name the port for what its caller wants done, such as ForStoringKeys; move code into a use case and "
            + "values into the domain")
        .about(house.rooms(Room.DRIVING_PORTS, Room.DRIVEN_PORTS))
        .lawForEach(
            type -> house.isAmongPorts(type) && !new ClassView(type).isPackageInfo(),
            type -> type.type().isInterface() ? misnamed(type) : misplaced(type));
  }

  /** Allows only types of the domain and plain values in port signatures. */
  public ArchitectureRule portSignaturesSpeakOurLanguage() {
    return ArchitectureRule.named("portSignaturesSpeakOurLanguage")
        .forbids("types in port signatures, including type arguments and exceptions, other than those of the domain, "
            + "those of the same side (driving or driven)%s and plain values".formatted(
                house.layout().sharedPorts().map(", those of %s itself"::formatted).orElse("")))
        .because("a foreign type in a port makes every caller and every implementation depend on its library, and "
            + "Object does not describe a value")
        .instead("define a type in the domain, and convert in the adapter")
        .about(house.rooms(Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.DOMAIN))
        .lawForEach(
            house::isAmongPorts,
            type -> type.type().getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> !overridesObject(method))
                .flatMap(method -> named(method)
                    .filter(word -> !isOurLanguage(word, type.type()))
                    .map(word -> type.line(method, "speaks of %s".formatted(word.getName())))));
  }

  /** Requires that outcomes are sealed, so that a caller can handle every case. */
  public ArchitectureRule outcomesAreSealed() {
    return ArchitectureRule.named("outcomesAreSealed")
        .forbids("port methods that return, directly or in a container, a type of the core that is neither sealed nor "
            + "final, or that permits such a type")
        .because("the compiler checks a switch for missing cases only if the outcome is sealed, and a new case must be "
            + "a compile error in each switch that does not handle it")
        .instead("make the interface sealed, its cases records, and other types final")
        .about(house.rooms(Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.DOMAIN))
        .lawForEach(
            house::isPort,
            type -> type.type().getMethods().stream().flatMap(method -> openOutcomes(type, method)));
  }

  /** Requires exactly one use case for each driving port. */
  public ArchitectureRule eachDrivingPortHasOneUseCase() {
    return ArchitectureRule.named("eachDrivingPortHasOneUseCase")
        .forbids("a driving port without exactly one use case, implementations of driving ports that are not final or "
            + "are outside the use cases, and classes that implement more than one driving port")
        .because("a reader of a port finds its only implementation, and no other class can replace or extend it")
        .instead("split or merge the classes until each port has its own, make it final, and share code by composition")
        .about(house.rooms(Room.DRIVING_PORTS, Room.USE_CASES))
        .law(classes -> Stream.concat(
            classes.stream()
                .filter(type -> house.drivingPorts().holds(type) && house.isPort(type))
                .map(ClassView::new)
                .flatMap(this::wrongUseCases),
            classes.stream()
                .filter(type -> !type.isInterface() && drivingPortsOf(type) > 1)
                .map(type -> new ClassView(type).line("implements more than one driving port"))));
  }

  /** Requires that driven ports are implemented in adapters. */
  public ArchitectureRule drivenPortsAreImplementedInAdapters() {
    return ArchitectureRule.named("drivenPortsAreImplementedInAdapters")
        .forbids("implementations of driven ports outside the adapters")
        .because("a driven port exists so that its implementation can be swapped, and code in the core or the wiring "
            + "cannot be swapped separately")
        .instead("move the class to the adapter whose technology it uses, and construct it in %s"
            .formatted(house.layout().nameOf(Room.BOOTSTRAP)))
        .about(house.rooms(Room.DRIVEN_PORTS, Room.ADAPTERS))
        .lawForEach(
            type -> !type.isInterface() && !house.adapters().holds(type),
            type -> type.type().getAllRawInterfaces().stream()
                .filter(house.drivenPorts()::holds)
                .filter(house::isPort)
                .map(port -> type.line("implements driven port %s".formatted(port.getSimpleName()))));
  }

  /** Requires a proof of authorization as a parameter of store methods, so that a missing check does not compile. */
  public ArchitectureRule storesAreAskedWithProof() {
    return ArchitectureRule.named("storesAreAskedWithProof")
        .forbids("methods of a driven port ForStoring… or ForReading… that have no proof of authorization as a "
            + "parameter and no @AcrossTenants of the domain with a reason; a proof is a sealed interface of the "
            + "domain whose cases are not public")
        .because(
            "a query without a tenant can return data of another customer, and tests with one tenant do not detect it")
        .instead("take the scope that the access decision returned (TenantScope, CampaignScope, Caller, Operator) as a "
            + "parameter")
        .about(house.rooms(Room.DRIVEN_PORTS, Room.DOMAIN))
        .lawForEach(
            type -> house.drivenPorts().holds(type) && house.isPort(type) && isStore(type),
            type -> type.type().getMethods().stream()
                .filter(method -> method.getRawParameterTypes().stream().noneMatch(this::isProof))
                .filter(method -> method.getAnnotations().stream().noneMatch(this::saysWhyNot))
                .map(method -> type.line(method, "takes no proof of who may ask")));
  }

  private static boolean isStore(JavaClass port) {
    return port.getSimpleName().startsWith("ForStoring") || port.getSimpleName().startsWith("ForReading");
  }

  private boolean isProof(JavaClass type) {
    return house.domain().holds(type) && type.isInterface() && type.isSealed() && closed(type);
  }

  private static boolean closed(JavaClass proof) {
    return proof.getPermittedSubclasses().stream().flatMap(Set::stream)
        .allMatch(type -> type.isSealed() ? closed(type) : !type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private boolean saysWhyNot(JavaAnnotation<?> annotation) {
    return house.domain().holds(annotation.getRawType())
        && annotation.getRawType().getSimpleName().equals("AcrossTenants")
        && annotation.get("value").filter(reason -> !reason.toString().isBlank()).isPresent();
  }

  private static Stream<String> misnamed(ClassView type) {
    var port = type.type();
    if (port.isSealed()) {
      return Stream.empty();
    }
    var unnamed = FOR_DOING.matcher(port.getSimpleName()).matches()
        ? Stream.<String>empty()
        : Stream.of(type.line("is a port that is not named For…ing"));
    var hidden = type.hasModifier(JavaModifier.PUBLIC) && port.isTopLevelClass()
        ? Stream.<String>empty()
        : Stream.of(type.line("is a port that is not public and top-level"));
    return Stream.concat(unnamed, hidden);
  }

  private static Stream<String> misplaced(ClassView type) {
    var word = type.type();
    return word.isRecord() || word.isEnum() || word.isAssignableTo(Throwable.class)
        ? Stream.empty()
        : Stream.of(type.line("is no port and no record, enum or exception"));
  }

  private static Stream<JavaClass> named(JavaMethod method) {
    return Stream.of(
        Stream.of(method.getReturnType()), method.getParameterTypes().stream(), method.getExceptionTypes().stream())
        .flatMap(types -> types)
        .map(JavaType.class::cast)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .distinct();
  }

  private boolean isOurLanguage(JavaClass word, JavaClass speaker) {
    var ownPackage = house.drivingPorts().holds(speaker) ? house.drivingPorts() : house.drivenPorts();
    return house.domain().holds(word)
        || house.isSharedByBothSides(word)
        || ownPackage.holds(word)
        || PlainJava.isValue(word);
  }

  private static boolean overridesObject(JavaMethod method) {
    return switch (method.getName()) {
      case "equals", "hashCode", "toString" -> method.getOwner().isRecord() || method.getOwner().isEnum();
      case "values", "valueOf" -> method.getOwner().isEnum();
      default -> false;
    };
  }

  private Stream<String> openOutcomes(ClassView port, JavaMethod method) {
    return method.getReturnType().getAllInvolvedRawTypes().stream()
        .map(JavaClass::getBaseComponentType)
        .filter(house::isCore)
        .flatMap(PortRules::withPermitted)
        .filter(outcome -> !outcome.isSealed() && !outcome.getModifiers().contains(JavaModifier.FINAL))
        .map(outcome -> port.line(method, "answers with %s, which anybody may extend".formatted(outcome.getName())));
  }

  /** Returns the type and its permitted subtypes: a sealed type is only as closed as its least closed case. */
  private static Stream<JavaClass> withPermitted(JavaClass outcome) {
    return Stream.concat(
        Stream.of(outcome),
        outcome.getPermittedSubclasses().stream().flatMap(cases -> cases.stream().flatMap(PortRules::withPermitted)));
  }

  private Stream<String> wrongUseCases(ClassView port) {
    var implementations = port.type().getAllSubclasses().stream().filter(type -> !type.isInterface()).toList();
    var number = implementations.stream().filter(house.useCases()::holds).count();
    var wrongNumber = number == 1
        ? Stream.<String>empty()
        : Stream.of(port.line("has %d use cases".formatted(number)));
    var elsewhere = implementations.stream()
        .filter(type -> !house.useCases().holds(type))
        .map(type -> new ClassView(type).line("implements driving port %s outside the use cases"
            .formatted(port.type().getSimpleName())));
    var open = implementations.stream()
        .filter(type -> house.useCases().holds(type) && !type.getModifiers().contains(JavaModifier.FINAL))
        .map(type -> new ClassView(type).line("is a use case that is not final"));
    return Stream.of(wrongNumber, elsewhere, open).flatMap(lines -> lines);
  }

  private long drivingPortsOf(JavaClass type) {
    return type.getAllRawInterfaces().stream().filter(i -> house.drivingPorts().holds(i) && house.isPort(i)).count();
  }
}

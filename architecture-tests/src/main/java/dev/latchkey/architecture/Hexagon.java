package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hexagonal architecture below one root package, and the rules that enforce it.
 *
 * <p>Usage in a JUnit test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> ourCodeKeepsEveryRule() {
 *   var classes = new Census(folders).classes();
 *   var rules = new Hexagon("dev.latchkey").rules();
 *   return rules.stream().map(rule -> dynamicTest(rule.name(), rule.source(), () -> rule.check(classes)));
 * }
 * }</pre>
 *
 * @param root the package that contains all others
 * @param layout the names of the packages below the root
 */
public record Hexagon(String root, Layout layout) {

  /** Creates a house with the usual layout. */
  public Hexagon(String root) {
    this(root, Layout.usual());
  }

  /** Returns every rule, in the order of the rule catalog. */
  public List<ArchitectureRule> rules() {
    return Stream.of(
        layoutRules().all(), purityRules().all(), valueRules().all(), portRules().all(), adapterRules().all(),
        endpointRules().all(), jobRules().all(), testCodeRules().all())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the rules about the layout of the packages. */
  public LayoutRules layoutRules() {
    return new LayoutRules(this);
  }

  /** Returns the rules about the types that the core may name and call. */
  public PurityRules purityRules() {
    return new PurityRules(this);
  }

  /** Returns the rules about the shape of the core's own types. */
  public ValueRules valueRules() {
    return new ValueRules(this);
  }

  /** Returns the rules about the ports and their implementations. */
  public PortRules portRules() {
    return new PortRules(this);
  }

  /** Returns the rules about adapters. */
  public AdapterRules adapterRules() {
    return new AdapterRules(this);
  }

  /** Returns the rules about methods that the HTTP server calls. */
  public EndpointRules endpointRules() {
    return new EndpointRules(this);
  }

  /** Returns the rules about scheduled methods. */
  public JobRules jobRules() {
    return new JobRules(this);
  }

  /** Returns the rules that keep test code out of the service. */
  public TestCodeRules testCodeRules() {
    return new TestCodeRules(this);
  }

  /** Returns the package of the domain: values, decisions, outcomes. */
  public PackageScope domain() {
    return scope(Room.DOMAIN);
  }

  /** Returns the package of the ports through which adapters call the core. */
  public PackageScope drivingPorts() {
    return scope(Room.DRIVING_PORTS);
  }

  /** Returns the package of the ports through which the core calls adapters. */
  public PackageScope drivenPorts() {
    return scope(Room.DRIVEN_PORTS);
  }

  /** Returns the package of the implementations of the driving ports. */
  public PackageScope useCases() {
    return scope(Room.USE_CASES);
  }

  /** Returns the package of all adapters, each in its own subpackage. */
  public PackageScope adapters() {
    return scope(Room.ADAPTERS);
  }

  /** Returns the package of the only adapter that may name database types. */
  public PackageScope persistence() {
    return scope(Room.PERSISTENCE);
  }

  /** Returns the package of the wiring, the only one that may depend on all others. */
  public PackageScope bootstrap() {
    return scope(Room.BOOTSTRAP);
  }

  /** Returns the rooms as a rule names them. */
  List<RuleRoom> rooms(Room... rooms) {
    return Stream.of(rooms).map(this::ruleRoom).toList();
  }

  /** Returns the package of the ports and the use cases as a rule names it, and those of them that are absent. */
  List<RuleRoom> application() {
    Stream<RuleRoom> present = scopes(layout.application()).stream().map(RuleRoom.Present::new);
    var absent = Stream.of(Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.USE_CASES)
        .filter(room -> !layout.has(room))
        .map(this::ruleRoom);
    return Stream.concat(present, absent).toList();
  }

  /** Returns the domain and the application as a rule names them. */
  List<RuleRoom> core() {
    return Stream.concat(rooms(Room.DOMAIN).stream(), application().stream()).toList();
  }

  /** Returns the names of the packages that may contain classes, as a text. */
  String homes() {
    var names = Stream.of(
        named(Room.DOMAIN), layout.sharedPorts().stream(), named(Room.DRIVING_PORTS), named(Room.DRIVEN_PORTS),
        named(Room.USE_CASES), named(Room.ADAPTERS).map(name -> name + ".{name}"), named(Room.BOOTSTRAP))
        .flatMap(name -> name)
        .toList();
    return names.size() < 2
        ? String.join("", names)
        : "%s and %s".formatted(String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  /**
   * Returns whether the class is in a package of the layout. Classes directly in {@code adapters} or
   * {@code application} are not.
   */
  boolean hasHomeFor(JavaClass type) {
    return Stream.of(domain(), drivingPorts(), drivenPorts(), useCases(), bootstrap()).anyMatch(r -> r.holds(type))
        || isSharedByBothSides(type)
        || adapterOf(type).isPresent();
  }

  boolean isCore(JavaClass type) {
    return domain().holds(type) || isApplication(type);
  }

  /** Returns whether the class is in the package of the ports and the use cases. */
  boolean isApplication(JavaClass type) {
    return scopes(layout.application()).stream().anyMatch(scope -> scope.holds(type));
  }

  /** Returns whether the class is in the package of the ports. */
  boolean isAmongPorts(JavaClass type) {
    return scopes(layout.ports()).stream().anyMatch(scope -> scope.holds(type));
  }

  /** Returns whether the class is directly in the package of the ports, such as the error of an unavailable store. */
  boolean isSharedByBothSides(JavaClass type) {
    return layout.sharedPorts().filter(name -> new PackageScope(root).room(name).holdsDirectly(type)).isPresent();
  }

  /** Returns whether the type is a port: a non-sealed interface in the port packages. */
  boolean isPort(JavaClass type) {
    return isAmongPorts(type)
        && type.isInterface()
        && !type.isSealed()
        && !type.isAnnotation()
        && !new ClassView(type).isPackageInfo();
  }

  boolean isOurs(JavaClass type) {
    return new PackageScope(root).holds(type);
  }

  /** Returns the adapter that contains the class; empty where none does. */
  Optional<PackageScope> adapterOf(JavaClass type) {
    var prefix = adapters().name() + ".";
    return Optional.of(type.getBaseComponentType().getPackageName())
        .filter(home -> home.startsWith(prefix))
        .map(home -> adapters().room(home.substring(prefix.length()).split("\\.", 2)[0]));
  }

  private PackageScope scope(Room room) {
    return new PackageScope(root).room(layout.pathOf(room));
  }

  private List<PackageScope> scopes(List<String> names) {
    return names.stream().map(new PackageScope(root)::room).toList();
  }

  private Stream<String> named(Room room) {
    return Stream.of(room).filter(layout::has).map(layout::pathOf);
  }

  private RuleRoom ruleRoom(Room room) {
    return switch (layout.place(room)) {
      case Layout.Named named -> new RuleRoom.Present(scope(room));
      case Layout.Absent absent -> new RuleRoom.Absent(room, scope(room), absent.reason());
    };
  }
}

package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The layout of a hexagonal house below one root package, and the rules that keep its walls.
 *
 * <p>The mount, in a JUnit test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> ourCodeKeepsEveryRule() {
 *   var classes = new Census(folders).classes();
 *   var rules = new Hexagon("dev.latchkey").rules();
 *   return rules.stream().map(rule -> dynamicTest(rule.name(), () -> rule.check(classes)));
 * }
 * }</pre>
 *
 * @param root the package that holds the whole house
 */
public record Hexagon(String root) {

  /** Every rule, in the order in which the book of rules lists them. */
  public List<ArchitectureRule> rules() {
    return Stream.of(
        layoutRules().all(), purityRules().all(), valueRules().all(), portRules().all(), adapterRules().all(),
        endpointRules().all(), jobRules().all())
        .flatMap(List::stream)
        .toList();
  }

  /** Rules about the house as a whole. */
  public LayoutRules layoutRules() {
    return new LayoutRules(this);
  }

  /** Rules about what the core may name and ask. */
  public PurityRules purityRules() {
    return new PurityRules(this);
  }

  /** Rules about the shape of the core's own types. */
  public ValueRules valueRules() {
    return new ValueRules(this);
  }

  /** Rules about the ports and who stands behind them. */
  public PortRules portRules() {
    return new PortRules(this);
  }

  /** Rules about the world outside the core. */
  public AdapterRules adapterRules() {
    return new AdapterRules(this);
  }

  /** Rules about what the HTTP server calls. */
  public EndpointRules endpointRules() {
    return new EndpointRules(this);
  }

  /** Rules about what runs by the clock. */
  public JobRules jobRules() {
    return new JobRules(this);
  }

  /** The business: values, decisions, outcomes. */
  public PackageScope domain() {
    return new PackageScope(root).room("domain");
  }

  /** Ports and use cases. */
  public PackageScope application() {
    return new PackageScope(root).room("application");
  }

  /** The ports; directly in this package live the words that both sides say, such as that the store is down. */
  public PackageScope ports() {
    return application().room("port");
  }

  /** What the world may ask of the core. */
  public PackageScope drivingPorts() {
    return ports().room("in");
  }

  /** What the core asks of the world. */
  public PackageScope drivenPorts() {
    return ports().room("out");
  }

  /** The implementations of the driving ports. */
  public PackageScope useCases() {
    return application().room("usecase");
  }

  /** The room of all adapters; each of them is a room inside it. */
  public PackageScope adapters() {
    return new PackageScope(root).room("adapters");
  }

  /** The one adapter that may name a database. */
  public PackageScope persistence() {
    return adapters().room("persistence");
  }

  /** The configurator: the only place that knows everybody. */
  public PackageScope bootstrap() {
    return new PackageScope(root).room("bootstrap");
  }

  /** Where a class may live. A class directly in {@code adapters} or {@code application} belongs to nobody. */
  boolean hasHomeFor(JavaClass type) {
    return Stream.of(domain(), drivingPorts(), drivenPorts(), useCases(), bootstrap()).anyMatch(r -> r.holds(type))
        || ports().holdsDirectly(type)
        || adapterOf(type).isPresent();
  }

  boolean isCore(JavaClass type) {
    return domain().holds(type) || application().holds(type);
  }

  /** A port is an interface among the ports that anybody may implement. */
  boolean isPort(JavaClass type) {
    return ports().holds(type)
        && type.isInterface()
        && !type.isSealed()
        && !type.isAnnotation()
        && !new ClassView(type).isPackageInfo();
  }

  boolean isOurs(JavaClass type) {
    return new PackageScope(root).holds(type);
  }

  /** The adapter that a class belongs to, if it belongs to one. */
  Optional<PackageScope> adapterOf(JavaClass type) {
    var prefix = adapters().name() + ".";
    return Optional.of(type.getBaseComponentType().getPackageName())
        .filter(home -> home.startsWith(prefix))
        .map(home -> adapters().room(home.substring(prefix.length()).split("\\.", 2)[0]));
  }
}

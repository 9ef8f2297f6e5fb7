package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The package layout of a hexagonal architecture below one root package, and the rules that enforce it.
 *
 * <p>Usage in a JUnit test:
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
 * @param root the package that contains all others
 */
public record Hexagon(String root) {

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
    return new PackageScope(root).room("domain");
  }

  /** Returns the package of the ports and the use cases. */
  public PackageScope application() {
    return new PackageScope(root).room("application");
  }

  /**
   * Returns the package of the ports. Types directly in it are shared by both sides, such as the error of an
   * unavailable store.
   */
  public PackageScope ports() {
    return application().room("port");
  }

  /** Returns the package of the ports through which adapters call the core. */
  public PackageScope drivingPorts() {
    return ports().room("in");
  }

  /** Returns the package of the ports through which the core calls adapters. */
  public PackageScope drivenPorts() {
    return ports().room("out");
  }

  /** Returns the package of the implementations of the driving ports. */
  public PackageScope useCases() {
    return application().room("usecase");
  }

  /** Returns the package of all adapters, each in its own subpackage. */
  public PackageScope adapters() {
    return new PackageScope(root).room("adapters");
  }

  /** Returns the package of the only adapter that may name database types. */
  public PackageScope persistence() {
    return adapters().room("persistence");
  }

  /** Returns the package of the wiring, the only one that may depend on all others. */
  public PackageScope bootstrap() {
    return new PackageScope(root).room("bootstrap");
  }

  /**
   * Returns whether the class is in a package of the layout. Classes directly in {@code adapters} or
   * {@code application} are not.
   */
  boolean hasHomeFor(JavaClass type) {
    return Stream.of(domain(), drivingPorts(), drivenPorts(), useCases(), bootstrap()).anyMatch(r -> r.holds(type))
        || ports().holdsDirectly(type)
        || adapterOf(type).isPresent();
  }

  boolean isCore(JavaClass type) {
    return domain().holds(type) || application().holds(type);
  }

  /** Returns whether the type is a port: a non-sealed interface in the port packages. */
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

  /** Returns the adapter that contains the class; empty where none does. */
  Optional<PackageScope> adapterOf(JavaClass type) {
    var prefix = adapters().name() + ".";
    return Optional.of(type.getBaseComponentType().getPackageName())
        .filter(home -> home.startsWith(prefix))
        .map(home -> adapters().room(home.substring(prefix.length()).split("\\.", 2)[0]));
  }
}

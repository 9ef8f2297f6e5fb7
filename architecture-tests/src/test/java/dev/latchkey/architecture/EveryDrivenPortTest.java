package dev.latchkey.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Each driven port has a contract, and each of its implementations has a test that joins it. The name of the test, or of
 * the class that it is nested in, begins with the name of the implementation, so that a second implementation in a module
 * does not hide behind the first.
 */
class EveryDrivenPortTest {

  private static final String TEST = "org.junit.jupiter.api.Test";

  private static final JavaClasses PORTS = classes("application/target/classes");
  private static final JavaClasses CONTRACTS = classes("port-contracts/target/classes");

  /** A module with implementations, and the classes among which their tests are. */
  private record Home(String name, JavaClasses main, JavaClasses tests) {

    Stream<JavaClass> implementations() {
      return main.stream().filter(type -> !type.isInterface() && !type.getModifiers().contains(ABSTRACT))
          .filter(type -> ports().anyMatch(port -> type.isAssignableTo(port.getName())));
    }
  }

  private static final List<Home> HOMES = Stream
      .concat(
          OurOwnCode.HOUSE.stream()
              .filter(module -> module.startsWith("adapters-"))
              .map(module -> new Home(module, classes(module + "/target/classes"),
                  classes(module + "/target/test-classes"))),
          Stream.of(
              new Home(
                  "the fixtures",
                  classes("application/target/test-classes").that(resideInAPackage("..application.fixtures..")),
                  classes("port-contracts/target/test-classes"))))
      .toList();

  @TestFactory
  Stream<DynamicTest> everyDrivenPortHasAContractWithTests() {
    return ports().map(port -> named("everyDrivenPortHasAContractWithTests", port.getSimpleName(), () -> {
      assertThat(CONTRACTS.contain(contractOf(port))).as("There is a %s", contractOf(port)).isTrue();
      assertThat(testsOf(CONTRACTS.get(contractOf(port)))).isNotEmpty();
    }));
  }

  @TestFactory
  Stream<DynamicTest> everyImplementationOfADrivenPortJoinsItsContract() {
    return HOMES.stream().flatMap(home -> home.implementations().flatMap(type -> portsOf(type).map(port -> named(
        "everyImplementationOfADrivenPortJoinsItsContract",
        home.name() + ": " + type.getSimpleName() + " as " + port.getSimpleName(),
        () -> assertThat(joining(home, contractOf(port)).flatMap(EveryDrivenPortTest::names))
            .as("a test of %s that implements %s", type.getName(), contractOf(port))
            .anyMatch(test -> test.startsWith(type.getSimpleName()) && test.endsWith("Test"))))));
  }

  /** JUnit ignores a class within a class without this annotation. {@code NeverNullTest} runs its own itself. */
  @TestFactory
  Stream<DynamicTest> everyNestedClassWithTestsIsRun() {
    return HOMES.stream()
        .map(home -> named("everyNestedClassWithTestsIsRun", home.name(), () -> assertThat(home.tests().stream()
            .filter(type -> type.isMemberClass() && !type.isInterface() && testsOf(type).findAny().isPresent())
            .filter(type -> !type.getName().contains(".NeverNullTest$")))
            .allMatch(type -> type.isAnnotatedWith(Nested.class))));
  }

  @TestFactory
  Stream<DynamicTest> whereAStoreIsKeptItsAuditAndItsFailureAreTestedToo() {
    return HOMES.stream()
        .filter(home -> joining(home, "dev.latchkey.contracts.support.StoreContract").findAny().isPresent())
        .flatMap(home -> Stream.of("AuditContract", "UnreachableStoreContract").map(contract -> named(
            "whereAStoreIsKeptItsAuditAndItsFailureAreTestedToo",
            home.name() + ": " + contract,
            () -> assertThat(joining(home, contract(contract))).isNotEmpty())));
  }

  /** A port that nothing implements would pass every other test here. */
  @TestFactory
  Stream<DynamicTest> everyDrivenPortIsImplementedByAnAdapterAndByAFixture() {
    return ports()
        .map(port -> named("everyDrivenPortIsImplementedByAnAdapterAndByAFixture", port.getSimpleName(), () -> {
          Set<String> homes = HOMES.stream()
              .filter(home -> home.implementations().anyMatch(type -> type.isAssignableTo(port.getName())))
              .map(Home::name)
              .collect(Collectors.toSet());
          assertThat(homes).contains("the fixtures").hasSizeGreaterThan(1);
        }));
  }

  /** Surefire prints only the name of each test, and only if the test has a source of its own. */
  private static DynamicTest named(String test, String name, Executable proof) {
    var whole = "%s: %s".formatted(test, name);
    return dynamicTest(whole, URI.create("test:" + whole.replaceAll("\\W+", "-")), proof);
  }

  private static Stream<JavaClass> ports() {
    return PORTS.stream()
        .filter(type -> type.getPackageName().endsWith(".application.port.out"))
        .filter(type -> type.isInterface() && type.isTopLevelClass() && type.getSimpleName().startsWith("For"));
  }

  /** The simple names of a class and of the classes around it. */
  private static Stream<String> names(JavaClass type) {
    return Stream.of(type.getName().substring(type.getPackageName().length() + 1).split("\\$"));
  }

  private static Stream<JavaClass> portsOf(JavaClass type) {
    return ports().filter(port -> type.isAssignableTo(port.getName()));
  }

  private static String contractOf(JavaClass port) {
    return contract(port.getSimpleName() + "Contract");
  }

  /** The contract of that simple name, in whichever package it is; without one, the simple name itself. */
  private static String contract(String simpleName) {
    return CONTRACTS.stream()
        .filter(type -> type.getSimpleName().equals(simpleName))
        .map(JavaClass::getName)
        .findFirst()
        .orElse(simpleName);
  }

  private static Stream<JavaClass> joining(Home home, String contract) {
    return home.tests().stream()
        .filter(type -> !type.isInterface() && !type.getModifiers().contains(ABSTRACT))
        .filter(type -> type.isAssignableTo(contract));
  }

  private static Stream<String> testsOf(JavaClass type) {
    return type.getAllMethods().stream()
        .filter(method -> method.isAnnotatedWith(TEST))
        .map(method -> method.getName());
  }

  private static JavaClasses classes(String folder) {
    return new Census(List.of(OurOwnCode.top().resolve(Path.of(folder)))).classes();
  }
}

package dev.latchkey.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OurOwnCodeTest {

  @TestFactory
  Stream<DynamicTest> ourCodeKeepsEveryRule() {
    var classes = OurOwnCode.classes();
    var rules = new Hexagon("dev.latchkey").rules();
    return rules.stream().map(rule -> dynamicTest(rule.name(), rule.source(), () -> rule.check(classes)));
  }

  @Test
  void theWebKitDependsOnNoOtherPackageOfOurs() {
    var kit = "dev.latchkey.adapters.rest.kit..";
    noClasses().that().resideInAPackage(kit)
        .should().dependOnClassesThat(resideInAPackage("dev.latchkey..").and(resideOutsideOfPackage(kit)))
        .check(OurOwnCode.classes());
  }

  @Test
  void everyModuleIsInTheHouseOrStatedToBeBesideIt() throws IOException {
    try (var folders = Files.list(OurOwnCode.top())) {
      assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))))
          .extracting(folder -> folder.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(OurOwnCode.HOUSE.stream(), OurOwnCode.BESIDE_THE_HOUSE.stream()).toList());
    }
  }

  /** ArchUnit drops every violation that matches a line of such a file, wherever on the class path it lies. */
  @Test
  void nobodySilencesViolationsWithAnIgnoreFile() {
    assertThat(OurOwnCodeTest.class.getResource("/archunit_ignore_patterns.txt")).isNull();
  }
}

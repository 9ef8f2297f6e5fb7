package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What these rules do not see, so that nobody relies on it. A test that fails here is good news: ArchUnit has learnt to
 * see; move the form to the broken house of its rule, and strike it from the book of rules.
 */
class BlindSpotsTest {

  private final Fixture blind = new Fixture("blind");
  private final Hexagon house = blind.house();

  @Test
  void inlinedConstantsCastsPatternLabelsAndGenericsOfLocalsAreNotSeen() {
    assertNotSeen(
        house.purityRules().domainUsesItselfAndPlainJava(),
        "domain.Unseen.inlinedConstant()",
        "domain.Unseen.cast(java.lang.Object)",
        "domain.Unseen.genericOfLocalVariable()",
        "domain.Unseen.labelOfPatternSwitch(java.lang.Object)");
  }

  @Test
  void annotationsOnTheUseOfATypeAreNotSeen() {
    assertNotSeen(
        house.purityRules().coreCarriesNoForeignAnnotations(), "domain.Unseen.annotationOnTheUseOfAType()");
  }

  @Test
  void synchronizedBlocksAreNotSeen() {
    assertNotSeen(house.purityRules().coreStartsNoThreads(), "domain.Unseen.synchronizedBlock()");
  }

  @Test
  void whatFunctionsAndViewsOfOthersAndContainersHoldAndElementsOfAnArrayAreNotSeen() {
    assertNotSeen(house.valueRules().coreObjectsAreImmutable(), "domain.Unseen.mutableWithinAContainer");
    assertNotSeen(house.valueRules().coreSharesNoMutableState(), "domain.Unseen.ELEMENTS");
    assertNotSeen(
        house.valueRules().coreCollectionsAreUnmodifiable(),
        "domain.Unseen.mutableBehindAFunction",
        "domain.Unseen.mutableAmongOthers",
        "domain.Unseen.viewOfAResult");
  }

  @Test
  void failuresThatReadAsBadInputAreNotSeen() {
    assertNotSeen(
        house.valueRules().coreCatchesOnlyWhatItExpects(),
        "domain.Unseen.catchesAnExpectedException(java.util.function.Supplier)",
        "application.usecase.Sundial.answersThroughAnArgument(java.util.function.Supplier, "
            + "java.util.function.Consumer)");
  }

  @Test
  void secretsWithOrdinaryNamesAreNotSeen() {
    assertNotSeen(
        house.valueRules().recordsPrintNoSecrets(),
        "domain.Unseen$Admission.phrase",
        "domain.Unseen.namesASecret(java.lang.String)");
  }

  @Test
  void waitingInAKeptFunctionOrForAMonitorIsNotSeen() {
    assertNotSeen(
        house.endpointRules().endpointsLeaveTheEventLoop(),
        "adapters.rest.UnseenEndpoint.blocksInAKeptFunction()",
        "adapters.rest.UnseenEndpoint.waitsForAMonitor()");
  }

  @Test
  void readingTheEnvironmentOrADefaultByReflectionIsNotSeen() {
    assertNotSeen(
        house.adapterRules().onlyBootstrapReadsTheEnvironment(),
        "adapters.rest.UnseenEndpoint.readsByReflection()",
        "adapters.rest.UnseenEndpoint.namesAFileInParts()");
    assertNotSeen(
        house.purityRules().localeZoneAndCharsetAreStated(), "adapters.rest.UnseenEndpoint.formatsByReflection()");
  }

  @Test
  void lambdasThatImplementAPortAreNotSeen() {
    assertNotSeen(
        house.portRules().drivenPortsAreImplementedInAdapters(), "application.usecase.Sundial.lambda()");
  }

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    var page = new RuleCatalog(List.of()).page("");
    var named = Pattern.compile("`(\\w+Test)`").matcher(page).results().map(name -> name.group(1) + ".java").toList();
    try (var files = Files.walk(OurOwnCode.top())) {
      var tests = files.map(file -> file.toString().replace('\\', '/'))
          .filter(file -> file.contains("/src/test/java/"))
          .map(file -> file.substring(file.lastIndexOf('/') + 1))
          .toList();
      assertThat(named).isNotEmpty().isSubsetOf(tests);
    }
  }

  /** The rule finds nothing, although the examples are there. */
  private void assertNotSeen(ArchitectureRule rule, String... examples) {
    assertThat(blind.classes().stream().flatMap(type -> type.getMembers().stream()))
        .extracting(member -> member.getFullName().replace(house.root() + ".", ""))
        .contains(examples);
    assertThat(blind.violations(rule)).isEmpty();
  }
}

package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(blind.violations(house.purityRules().domainUsesItselfAndPlainJava())).isEmpty();
  }

  @Test
  void annotationsOnTheUseOfATypeAreNotSeen() {
    assertThat(blind.violations(house.purityRules().coreCarriesNoForeignAnnotations())).isEmpty();
  }

  @Test
  void synchronizedBlocksAreNotSeen() {
    assertThat(blind.violations(house.purityRules().coreStartsNoThreads())).isEmpty();
  }

  @Test
  void whatFunctionsOfOthersAndContainersHoldAndElementsOfAnArrayAreNotSeen() {
    assertThat(blind.violations(house.valueRules().coreObjectsAreImmutable())).isEmpty();
    assertThat(blind.violations(house.valueRules().coreSharesNoMutableState())).isEmpty();
    assertThat(blind.violations(house.valueRules().coreCollectionsAreUnmodifiable())).isEmpty();
  }

  @Test
  void failuresThatReadAsBadInputAreNotSeen() {
    assertThat(blind.violations(house.valueRules().coreCatchesOnlyWhatItExpects())).isEmpty();
  }

  @Test
  void secretsWithOrdinaryNamesAreNotSeen() {
    assertThat(blind.violations(house.valueRules().recordsPrintNoSecrets())).isEmpty();
  }

  @Test
  void waitingInAKeptFunctionOrForAMonitorIsNotSeen() {
    assertThat(blind.violations(house.endpointRules().endpointsLeaveTheEventLoop())).isEmpty();
  }

  @Test
  void readingTheEnvironmentOrADefaultByReflectionIsNotSeen() {
    assertThat(blind.violations(house.adapterRules().onlyBootstrapReadsTheEnvironment())).isEmpty();
    assertThat(blind.violations(house.purityRules().localeZoneAndCharsetAreStated())).isEmpty();
  }

  @Test
  void lambdasThatImplementAPortAreNotSeen() {
    assertThat(blind.violations(house.portRules().drivenPortsAreImplementedInAdapters())).isEmpty();
  }
}

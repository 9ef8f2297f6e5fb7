package dev.latchkey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules in a house whose packages have other names and of which one is absent. */
class LayoutTest {

  private static final String REASON = "the books are kept in memory";

  private static final Layout RENAMED = Layout.usual()
      .named(Room.DOMAIN, "model")
      .named(Room.DRIVING_PORTS, "ports.in")
      .named(Room.DRIVEN_PORTS, "ports.out")
      .named(Room.USE_CASES, "logic")
      .named(Room.ADAPTERS, "gateways")
      .named(Room.BOOTSTRAP, "main")
      .absent(Room.PERSISTENCE, REASON);

  private final JavaClasses withOffenders = new Fixture("renamed").classes();
  private final JavaClasses clean = withOffenders.that(
      describe("no offender", type -> !type.getSimpleName().endsWith("Offender")));
  private final Hexagon house = new Hexagon(new Fixture("renamed").house().root(), RENAMED);

  @Test
  void aHouseWithoutALayoutHasTheUsualOne() {
    assertThat(new Hexagon("any")).isEqualTo(new Hexagon("any", Layout.usual()));
    assertThat(Layout.usual().places().values()).allMatch(place -> place instanceof Layout.Named);
  }

  @Test
  void everyRuleHoldsInAHouseWithOtherNames() {
    assertThat(house.rules()).allSatisfy(
        rule -> assertThatCode(() -> rule.check(clean)).doesNotThrowAnyException());
  }

  @Test
  void theRulesFindViolationsUnderOtherNames() {
    var found = house.rules().stream()
        .filter(rule -> rule.evaluate(withOffenders).hasViolation())
        .collect(Collectors.toMap(ArchitectureRule::name, this::offenders));

    var stateful = Set.of("logic.StatefulOffender", "model.StatefulOffender");
    var served = Set.of("gateways.terminal.ServedOffender");
    var servedAndTested = Set.of("gateways.terminal.ServedOffender", "main.TestedOffender");
    assertThat(found).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
        Map.entry("everyClassHasAHome", Set.of("helpers.HomelessOffender")),
        Map.entry("packagesAreNullMarked", Set.of("helpers")),
        Map.entry(
            "coreAsksNobodyForTimeOrChance",
            Set.of("logic.ImpureOffender", "model.ImpureOffender", "ports.ImpureOffender")),
        Map.entry("localeZoneAndCharsetAreStated", served),
        Map.entry("coreCollectionsAreUnmodifiable", stateful),
        Map.entry("coreCatchesOnlyWhatItExpects", stateful),
        Map.entry("recordsPrintNoSecrets", Set.of("ports.TalkativeOffender")),
        Map.entry("adaptersDoNotKnowEachOther", Set.of("gateways.terminal.Offender")),
        Map.entry("adaptersReachTheCoreThroughPorts", Set.of("gateways.terminal.Offender")),
        Map.entry("adaptersStandOnOneSide", Set.of("gateways.terminal.Offender")),
        Map.entry("onlyBootstrapConstructsUseCases", Set.of("gateways.terminal.Offender")),
        Map.entry("storeTechnologyStaysInPersistence", Set.of("gateways.terminal.Offender")),
        Map.entry("onlyBootstrapReadsTheEnvironment", servedAndTested),
        Map.entry("endpointsStateTheirSecurity", servedAndTested),
        Map.entry("endpointsLeaveTheEventLoop", served),
        Map.entry("serviceUsesNoTestCode", Set.of("main.TestedOffender"))));
  }

  @Test
  void textsHaveTheNamesOfTheLayout() {
    assertThat(house.layoutRules().everyClassHasAHome().forbids())
        .endsWith("of the layout: model, ports, ports.in, ports.out, logic, gateways.{name} and main");
    assertThat(house.adapterRules().onlyBootstrapConstructsUseCases().forbids()).contains("outside main");
    assertThat(house.adapterRules().onlyBootstrapReadsTheEnvironment().forbids())
        .contains("outside main, and in a controller, filter or management endpoint of main");
    assertThat(house.adapterRules().onlyBootstrapReadsTheEnvironment().instead()).contains("setting in main");
    assertThat(house.testCodeRules().serviceUsesNoTestCode().forbids()).contains("the adapters and main on");
    assertThat(house.portRules().portSignaturesSpeakOurLanguage().forbids()).contains("those of ports itself");
  }

  @Test
  void everyRuleThatNamesAnAbsentPackageSaysSoAndNoOtherDoes() {
    var sentence = "This layout has no persistence: " + REASON;

    assertThat(house.rules().stream().filter(rule -> rule.getDescription().endsWith(sentence)))
        .extracting(ArchitectureRule::name)
        .containsExactly("rowsAndRepositoriesStayInside", "storeTechnologyStaysInPersistence");
    assertThat(new Hexagon("any").rules()).allSatisfy(rule -> assertThat(rule.absences()).isEmpty());
  }

  @Test
  void theCatalogSaysWhichPackageIsAbsent() {
    var rule = house.adapterRules().rowsAndRepositoriesStayInside();
    var section = "**Absent:** This layout has no persistence: %s.\n".formatted(REASON);

    assertThat(new RuleCatalog(List.of(rule)).page("any")).contains(section);
    assertThat(new RuleCatalog(List.of(house.jobRules().jobsRunByTheClock())).page("any"))
        .doesNotContain("**Absent:**");
  }

  @Test
  void everyRuleSaysWhichOfItsPackagesIsAbsentWhicheverItIs() {
    for (var room : Set.of(Room.DOMAIN, Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.USE_CASES, Room.BOOTSTRAP)) {
      var without = new Hexagon("any", Layout.usual().absent(room, "we have none"));
      var rule = without.layoutRules().everyClassHasAHome();
      assertThat(rule.absences()).containsExactly("This layout has no %s: we have none".formatted(room.label()));
      assertThat(rule.forbids().split(": ", 2)[1].split(", | and ", -1))
          .isNotEmpty()
          .doesNotContain(without.layout().pathOf(room));
    }
  }

  @Test
  void anApplicationWithoutUseCasesStillHasToHaveItsPorts() {
    var rule = new Hexagon("any", Layout.usual().absent(Room.USE_CASES, "the ports are all of it"))
        .purityRules().applicationUsesTheDomainAndPlainJava();

    assertThat(rule.absences()).containsExactly("This layout has no use cases: the ports are all of it");
    assertThat(rule.rooms()).extracting(RuleRoom::name)
        .containsExactly("any.application.port", "any.application.usecase");
  }

  @Test
  void portsAndUseCasesWithoutACommonPackageMustAllHaveClasses() {
    assertThat(house.purityRules().applicationUsesTheDomainAndPlainJava().rooms()).extracting(RuleRoom::name)
        .containsExactly(house.root() + ".ports", house.root() + ".logic");
  }

  @Test
  void aMissingPackageThatIsNotDeclaredAbsentIsAnError() {
    var undeclared = new Hexagon(house.root(), RENAMED.named(Room.PERSISTENCE, "store"));

    assertThatIllegalStateException()
        .isThrownBy(() -> undeclared.adapterRules().storeTechnologyStaysInPersistence().evaluate(clean))
        .withMessageContaining("storeTechnologyStaysInPersistence")
        .withMessageContaining(house.root() + ".gateways.store,");
  }

  @Test
  void aClassInAPackageThatIsDeclaredAbsentIsAnError() {
    var liar = new Hexagon(house.root(), RENAMED.named(Room.PERSISTENCE, "memory").absent(Room.PERSISTENCE, REASON));

    assertThatIllegalStateException()
        .isThrownBy(() -> liar.adapterRules().rowsAndRepositoriesStayInside().evaluate(clean))
        .withMessageContaining("rowsAndRepositoriesStayInside")
        .withMessageContaining(house.root() + ".gateways.memory")
        .withMessageContaining(REASON);
  }

  @Test
  void portsAndUseCasesAreTheApplicationWhereverTheyAre() {
    assertThat(Layout.usual().application()).containsExactly("application");
    assertThat(Layout.usual().ports()).containsExactly("application.port");
    assertThat(Layout.usual().sharedPorts()).contains("application.port");
    assertThat(RENAMED.application()).containsExactly("ports", "logic");

    var besideTheDomain = Layout.usual()
        .named(Room.DOMAIN, "core.model")
        .named(Room.DRIVING_PORTS, "core.api")
        .named(Room.DRIVEN_PORTS, "core.spi")
        .named(Room.USE_CASES, "core.service");
    assertThat(besideTheDomain.application()).containsExactly("core.api", "core.spi", "core.service");
    assertThat(besideTheDomain.sharedPorts()).isEmpty();
  }

  @Test
  void aLayoutInWhichAClassHasTwoHomesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layout.usual().named(Room.USE_CASES, "domain.logic"))
        .withMessageContaining("use cases, domain.logic, is within that of the domain, domain");
    assertThatIllegalArgumentException().isThrownBy(() -> Layout.usual().named(Room.BOOTSTRAP, "adapters"));
    assertThatIllegalArgumentException().isThrownBy(() -> Layout.usual().named(Room.PERSISTENCE, "sql.mysql"));
  }

  @Test
  void aLayoutWithoutAReasonANameOrAPlaceIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Layout.usual().absent(Room.PERSISTENCE, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> Layout.usual().named(Room.DOMAIN, "the domain"));
    assertThatIllegalArgumentException().isThrownBy(() -> Layout.usual().named(Room.DOMAIN, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Layout(Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layout.usual().absent(Room.ADAPTERS, "there are none"))
        .withMessageContaining("Persistence is an adapter");
  }

  /** What the violations of a rule begin with: the offending classes and packages, below the root. */
  private Set<String> offenders(ArchitectureRule rule) {
    var names = new TreeSet<String>();
    for (var line : rule.evaluate(withOffenders).getFailureReport().getDetails()) {
      var first = line.substring(line.indexOf(house.root()) + house.root().length() + 1).split("[>(]", 2)[0];
      names.add(first.replaceAll("(Offender).*", "$1"));
    }
    return names;
  }
}

# test: what only a test can see
# shellcheck shell=bash

a_test() { build -pl "$1" -am test "-Dtest=$2" -Dsurefire.failIfNoSpecifiedTests=false; }

violations_are_silenced() {
  about "A file tells ArchUnit to pass over every violation"
  caught 'nobodySilencesViolationsWithAnIgnoreFile'
  a_test architecture-tests OurOwnCodeTest
  plant architecture-tests/src/test/resources/archunit_ignore_patterns.txt <<'TEXT'
.*
TEXT
}

rule_that_is_not_mounted() {
  about "A rule is declared and mounted nowhere"
  caught 'everyDeclaredRuleIsAmongTheRules'
  a_test architecture-tests CompletenessTest
  bend architecture-tests/src/main/java/dev/latchkey/architecture/LayoutRules.java 's/everyClassHasAHome\(\), packagesAreAcyclic/packagesAreAcyclic/'
}

rule_that_sees_the_opposite() {
  about "A rule sees the opposite of what it forbids"
  caught 'findsExactlyTheViolationsOfItsBrokenHouse'
  a_test architecture-tests EveryRuleTest
  bend architecture-tests/src/main/java/dev/latchkey/architecture/LayoutRules.java 's/type -> !house.hasHomeFor/type -> house.hasHomeFor/'
}

book_of_rules_is_stale() {
  about "The book of rules says something else than the rules"
  caught 'thePageInDocsSaysWhatTheRulesSay'
  a_test architecture-tests BookOfRulesTest
  bend docs/rules.md 's/^## everyClassHasAHome$/## mostClassesHaveAHome/'
}

module_outside_the_census() {
  about "A module is held to no rule"
  caught 'everyModuleIsInTheHouseOrStatedToBeBesideIt'
  a_test architecture-tests OurOwnCodeTest
  plant annex/pom.xml <<'XML'
<project/>
XML
}

# test: what only a test can detect
# shellcheck shell=bash

# Each sabotage runs only with tests that no other sabotage of the same build makes fail.
a_test() { build -pl "$1" -am test "-Dtest=$2" -Dsurefire.failIfNoSpecifiedTests=false; }
# Compiled code is not made again where only the options of the compiler change, so this one shares no build with a change of
# the domain.
census=SuppressionsTest,OurOwnCodeTest#nobodySilencesViolationsWithAnIgnoreFile+everyModuleIsInTheHouseOrStatedToBeBesideIt
mounts=CompletenessTest,EveryDrivenPortTest
proofs=EveryRuleTest,RuleCatalogTest,ReadmeSnippetsTest
promises=StoreInMemoryTest,PromisesTest

violations_are_silenced() {
  about "A file makes ArchUnit ignore every violation"
  caught 'nobodySilencesViolationsWithAnIgnoreFile'
  a_test architecture-tests $census
  plant architecture-tests/src/test/resources/archunit_ignore_patterns.txt <<'TEXT'
.*
TEXT
}

null_check_is_suppressed() {
  about "An annotation switches off the check for null, and null is returned"
  caught 'Email.java \| SuppressWarnings\(NullAway\)'
  a_test architecture-tests SuppressionsTest
  bend domain/src/main/java/dev/latchkey/domain/tenant/Email.java 's/^public record Email/@SuppressWarnings("NullAway")\n&/'
}

settings_loosen_the_rules() {
  about "A file of settings changes how ArchUnit checks"
  caught 'archunit.properties \| settings of a tool'
  a_test architecture-tests SuppressionsTest
  plant adapters-rest/src/main/resources/archunit.properties <<'TEXT'
archRule.failOnEmptyShould=false
TEXT
}

compiler_options_are_replaced() {
  about "A module replaces the compiler options of all, and so switches off every check"
  caught 'domain/pom.xml \| compilerArgs combine.self="override"'
  a_test architecture-tests $census
  bend domain/pom.xml 's#^    <plugins>#&\n      <plugin>\n        <artifactId>maven-compiler-plugin</artifactId>\n        <configuration>\n          <compilerArgs combine.self="override"/>\n        </configuration>\n      </plugin>#'
}

rule_that_is_not_mounted() {
  about "A rule is declared and never applied"
  caught 'everyDeclaredRuleIsAmongTheRules'
  a_test architecture-tests $mounts
  bend architecture-tests/src/main/java/dev/latchkey/architecture/LayoutRules.java 's/everyClassHasAHome\(\), packagesAreAcyclic/packagesAreAcyclic/'
}

rule_that_sees_the_opposite() {
  about "A rule is negated"
  caught 'findsExactlyTheViolationsOfItsBrokenHouse'
  a_test architecture-tests $proofs
  bend architecture-tests/src/main/java/dev/latchkey/architecture/LayoutRules.java 's/type -> !house.hasHomeFor/type -> house.hasHomeFor/'
}

book_of_rules_is_stale() {
  about "The rule catalog page differs from the rules"
  caught 'thePageInDocsSaysWhatTheRulesSay'
  a_test architecture-tests $proofs
  bend docs/rules.md 's/^## everyClassHasAHome$/## mostClassesHaveAHome/'
}

readme_snippet_is_stale() {
  about "The README shows another mount of the rules than the project that CI builds"
  caught 'theTestIsShownAsItIs'
  a_test architecture-tests $proofs
  bend README.md 's/ImportOption\.DoNotIncludeTests\(\)/ImportOption.DoNotIncludeJars()/'
}

module_outside_the_census() {
  about "A module is outside of the rules"
  caught 'everyModuleIsInTheHouseOrStatedToBeBesideIt'
  a_test architecture-tests $census
  plant annex/pom.xml <<'XML'
<project/>
XML
}

contract_that_is_not_joined() {
  about "An adapter's test does not join the contract of its port"
  caught 'a test of dev.latchkey.adapters.system.SystemClock that implements dev.latchkey.contracts.system.ForTellingTimeContract'
  a_test architecture-tests $mounts
  bend adapters-system/src/test/java/dev/latchkey/adapters/system/SystemClockTest.java \
    '/^import .*ForTellingTimeContract;|@Override/d; s/ implements ForTellingTimeContract//'
}

contract_in_a_class_that_is_not_run() {
  about "A nested class joins a contract, and JUnit ignores it"
  caught 'everyNestedClassWithTestsIsRun'
  a_test architecture-tests $mounts
  bend adapters-persistence/src/test/java/dev/latchkey/adapters/persistence/lead/JdbcLeadsTest.java \
    's/^  class OnServer/  static class OnServer/; /OnH2/,$ { /@Nested/d }'
}

audit_hash_takes_another_word() {
  about "The hash of an audit event takes the name of a class, which a renaming changes"
  caught 'theHashOfEveryKindOfSubjectIsAsItEverWas'
  a_test domain StoredFormsTest
  bend domain/src/main/java/dev/latchkey/domain/audit/AuditEvent.java 's/"CampaignId"/"VoiceCampaignId"/'
}

store_answers_null() {
  about "A store returns null, and the test reads only the rows"
  caught 'ForStoringKeys.remove is null, which no port ever answers'
  a_test port-contracts $promises
  bend application/src/test/java/dev/latchkey/application/fixtures/InMemoryKeys.java \
    '/public Written remove/,/^  }/s/return Written.DONE;/return null;/'
}

store_leaks_a_vendors_exception() {
  about "An unreachable store throws the vendor's exception"
  caught 'StoreInMemoryTest.everyMethodForKeysThrowsStoreUnavailable'
  a_test port-contracts $promises
  bend application/src/test/java/dev/latchkey/application/fixtures/InMemoryStore.java \
    '/^import .*StoreUnavailable;/d; s/throw new StoreUnavailable\(.*\);/throw new IllegalStateException("gone");/'
}

page_of_promises_is_stale() {
  about "The page of promises differs from the ports"
  caught 'thePageInDocsSaysWhatTheContractsProve'
  a_test port-contracts $promises
  bend docs/port-contracts.md 's/^## ForTellingTime$/## ForGuessingTime/'
}

promise_without_a_proof() {
  about "A port promises a sentence that no contract proves"
  caught 'everySentenceOfAPortIsProvenOrItIsSaidWhyNot'
  a_test port-contracts PromisesTest
  bend application/src/main/java/dev/latchkey/application/port/out/ForTellingTime.java \
    's/^( *\/?\*+ )The wall clock\./&  It never goes back./'
}

head_that_is_computed_from_the_last_event() {
  about "A store computes the head of the audit chain from the last event that it still has"
  caught 'deletedLastEventIsFound'
  a_test port-contracts $promises
  bend application/src/test/java/dev/latchkey/application/fixtures/InMemoryStore.java \
    '/^  StoredHead headOf/,/^  }/s/return .*;/List<AuditEvent> left = auditOf(tenant);\n    if (left.isEmpty()) {\n      return StoredHead.EMPTY;\n    }\n    ChainHead end = ChainHead.EMPTY.followedBy(left.getLast());\n    return new StoredHead(\n        end, Optional.of(new HeadMac(end.sequence(), macs.authenticate(MacInput.of(tenant, end)))));/'
}

contract_test_without_a_sentence() {
  about "A contract tests what no port promises"
  caught 'everyTestOfAContractQuotesASentence'
  a_test port-contracts PromisesTest
  bend port-contracts/src/main/java/dev/latchkey/contracts/key/KeyListingContract.java '0,/@Promise/{/@Promise/d}'
}

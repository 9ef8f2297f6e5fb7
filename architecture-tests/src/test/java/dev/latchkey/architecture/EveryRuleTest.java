package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule against the house that breaks it and against the clean one.
 *
 * <p>What a rule has to find stands, line by line, in {@code src/test/resources/violations}; a rule without such a
 * file, or without a broken house, fails here.
 */
class EveryRuleTest {

  private static final List<ArchitectureRule> RULES = new Hexagon("any").rules();

  @TestFactory
  Stream<DynamicTest> findsExactlyTheViolationsOfItsBrokenHouse() {
    return forEachRule(
        "findsExactlyTheViolationsOfItsBrokenHouse",
        rule -> assertThat(Fixture.breaking(rule).violations(rule))
            .isNotEmpty()
            .containsExactlyElementsOf(expected(rule)));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingInTheCleanHouse() {
    return forEachRule("findsNothingInTheCleanHouse", rule -> assertThat(Fixture.clean().violations(rule)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> refusesAHouseInWhichARoomItNamesIsEmpty() {
    var classes = Fixture.clean().classes();
    return RULES.stream()
        .map(Fixture.clean()::rule)
        .flatMap(rule -> rule.rooms().stream().map(room -> dynamicTest(
            "refusesAHouseInWhichARoomItNamesIsEmpty: %s without %s".formatted(rule.name(), room.name()),
            rule.source(),
            () -> {
              var remaining = classes.that(DescribedPredicate.describe(
                  "not in the room", type -> !room.holds(type) || type.getSimpleName().equals("package-info")));
              assertThatThrownBy(() -> rule.evaluate(remaining))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining(rule.name())
                  .hasMessageContaining("package %s,".formatted(room.name()));
            })));
  }

  @TestFactory
  Stream<DynamicTest> namesAtLeastOneRoom() {
    return forEachRule("namesAtLeastOneRoom", rule -> assertThat(rule.rooms()).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> answersTheSameWhenAskedTwice() {
    return forEachRule("answersTheSameWhenAskedTwice", rule -> {
      var broken = Fixture.breaking(rule);
      var sameObject = broken.rule(rule);
      var first = sameObject.evaluate(broken.classes()).getFailureReport().getDetails();
      assertThat(sameObject.evaluate(broken.classes()).getFailureReport().getDetails()).isEqualTo(first);
    });
  }

  @TestFactory
  Stream<DynamicTest> tellsTheDeveloperWhatToDoInstead() {
    return forEachRule("tellsTheDeveloperWhatToDoInstead", rule -> {
      var broken = Fixture.breaking(rule);
      assertThatThrownBy(() -> broken.rule(rule).check(broken.classes()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(rule.name() + " forbids " + rule.forbids())
          .hasMessageContaining("because " + rule.why())
          .hasMessageContaining("Instead: " + rule.instead());
    });
  }

  /** Surefire prints only the name of each test, so that it begins with what is tested. */
  private static Stream<DynamicTest> forEachRule(String test, Proof proof) {
    return RULES.stream().map(
        rule -> dynamicTest("%s: %s".formatted(test, rule.name()), rule.source(), () -> proof.of(rule)));
  }

  private static List<String> expected(ArchitectureRule rule) throws IOException {
    var resource = "/violations/%s.txt".formatted(rule.name());
    try (var list = EveryRuleTest.class.getResourceAsStream(resource)) {
      assertThat(list).as("the list of expected violations %s", resource).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
    }
  }

  private interface Proof {
    void of(ArchitectureRule rule) throws Exception;
  }
}

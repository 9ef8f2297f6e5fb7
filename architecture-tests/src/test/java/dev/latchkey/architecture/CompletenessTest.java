package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No rule is forgotten: whoever declares one finds it proven, mounted and in the book, or finds this test red. */
class CompletenessTest {

  private final Hexagon house = new Hexagon("any");

  @Test
  void everyDeclaredRuleIsAmongTheRulesThatAreProvenMountedAndWrittenDown() {
    assertThat(house.rules()).extracting(ArchitectureRule::name)
        .containsExactlyInAnyOrderElementsOf(declaredRules().map(Method::getName).toList());
  }

  @Test
  void everyRuleBearsTheNameOfTheMethodThatMakesIt() {
    assertThat(declaredRules()).allSatisfy(
        method -> assertThat(((ArchitectureRule) method.invoke(group(method))).name()).isEqualTo(method.getName()));
  }

  @Test
  void everyRuleExplainsItself() {
    assertThat(house.rules()).allSatisfy(rule -> {
      assertThat(rule.forbids()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.why()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.instead()).isNotBlank().doesNotEndWith(".");
    });
  }

  @Test
  void noListOfExpectedViolationsOutlivesItsRule() throws Exception {
    var lists = Path.of(CompletenessTest.class.getResource("/violations").toURI()).toFile().list();

    assertThat(lists).containsExactlyInAnyOrderElementsOf(
        house.rules().stream().map(rule -> rule.name() + ".txt").toList());
  }

  private Stream<Method> declaredRules() {
    return groups().flatMap(group -> methodsReturning(ArchitectureRule.class, group.getReturnType()));
  }

  private static Stream<Method> groups() {
    return Arrays.stream(Hexagon.class.getDeclaredMethods()).filter(method -> method.getName().endsWith("Rules"));
  }

  private Object group(Method rule) throws ReflectiveOperationException {
    var group = groups().filter(method -> method.getReturnType().equals(rule.getDeclaringClass())).findFirst();
    return group.orElseThrow().invoke(house);
  }

  private static Stream<Method> methodsReturning(Class<?> type, Class<?> owner) {
    return List.of(owner.getDeclaredMethods()).stream().filter(method -> method.getReturnType().equals(type));
  }
}

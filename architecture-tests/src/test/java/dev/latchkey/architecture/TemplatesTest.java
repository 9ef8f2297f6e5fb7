package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.latchkey.architecture.fixtures.templates.JteofferGenerated;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The compiled templates. They are in a package of their engine and so outside of all rules; what their expressions
 * call is held to the rules about defaults, the environment and the event loop.
 */
class TemplatesTest {

  private final Hexagon house = new Hexagon("dev.latchkey");

  @Test
  void templatesCallNothingThatTheRulesForbid() {
    assertThat(OurOwnCode.templates()).isNotEmpty();
    assertThat(forbidden(OurOwnCode.templates())).isEmpty();
  }

  @Test
  void forbiddenExpressionsInATemplateAreFound() {
    assertThat(forbidden(new ClassFileImporter().importClasses(JteofferGenerated.class)))
        .map(line -> line.replace(JteofferGenerated.class.getPackageName() + ".", "").replaceAll(" in \\(.*", ""))
        .map(line -> line.substring(line.indexOf("> ") + 2))
        .containsExactlyInAnyOrder(
            "calls method <java.lang.System.getenv()>",
            "calls method <java.lang.String.formatted([Ljava.lang.Object;)>",
            "waits for Files.exists");
  }

  private List<String> forbidden(JavaClasses templates) {
    return templates.stream().map(ClassView::new).flatMap(this::forbidden).distinct().sorted().toList();
  }

  private Stream<String> forbidden(ClassView template) {
    var waits = template.type().getCodeUnits().stream()
        .flatMap(unit -> house.endpointRules().waits(unit)
            .map(call -> template.line(unit, "waits for %s".formatted(call))));
    return Stream.of(
        template.accesses(TemplatesTest::takesADefault),
        Surroundings.ENVIRONMENT.findIn(template),
        waits)
        .flatMap(lines -> lines);
  }

  private static boolean takesADefault(JavaAccess<?> access) {
    return SilentDefaults.include(access) || SilentDefaults.isConsole(access);
  }
}

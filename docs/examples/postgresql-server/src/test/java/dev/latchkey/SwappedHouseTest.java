package dev.latchkey;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.architecture.Hexagon;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house with another driven adapter and one more driving adapter keeps every rule that it kept before. */
class SwappedHouseTest {

  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.latchkey")
      .that(not(resideInAPackage("dev.latchkey.architecture..")));

  @TestFactory
  Stream<DynamicTest> theSwappedHouseKeepsEveryRule() {
    return new Hexagon("dev.latchkey").rules().stream()
        .map(rule -> dynamicTest(rule.name(), rule.source(), () -> rule.check(HOUSE)));
  }

  @Test
  void theStoreIsTheOtherOneAndTheCommandIsThere() {
    assertThat(HOUSE.contain("dev.latchkey.adapters.commandline.KeyCheck")).isTrue();
    assertThat(HOUSE.contain("dev.latchkey.adapters.persistence.PostgresKeys")).isTrue();
    assertThat(HOUSE.contain("dev.latchkey.adapters.persistence.key.JdbcKeys")).isFalse();
  }
}

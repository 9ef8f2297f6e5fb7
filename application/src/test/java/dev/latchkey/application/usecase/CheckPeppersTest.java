package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.fixtures.PepperedSeals;
import dev.latchkey.application.port.in.ForCheckingPeppers.Finding;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The shop's keys are sealed under the pepper v1, which is 32 bytes of zero. */
class CheckPeppersTest {

  private final Shop shop = new Shop();

  @Test
  void aPepperWithoutKeysIsNewAndThenTheSame() {
    CheckPeppers checks = with(peppers("v1", 0));

    assertThat(checks.check()).containsExactly(new Finding.New("v1"));
    shop.issue("Till");
    assertThat(checks.check()).containsExactly(new Finding.Same("v1"));
    assertThat(checks.different()).isEmpty();
  }

  @Test
  void anotherPepperUnderAVersionIsDifferentAndMakesNothingKnown() {
    with(peppers("v1", 0)).check();
    shop.issue("Till");
    SequencedMap<String, byte[]> peppers = peppers("v2", 2);
    peppers.putAll(peppers("v1", 1));

    assertThat(with(peppers).check()).containsExactly(new Finding.Different("v1", 1));
    assertThat(with(peppers).different()).containsExactly("v1");
    assertThat(shop.store.pepperChecks().all()).containsOnlyKeys("v1");
  }

  @Test
  void aPepperThatSealedKeysBeforeThereWereChecksIsAdopted() {
    shop.issue("Till");
    shop.issue("Door");

    assertThat(with(peppers("v1", 0)).check()).containsExactly(new Finding.Adopted("v1", 2));
    assertThat(with(peppers("v1", 0)).check()).containsExactly(new Finding.Same("v1"));
    assertThat(with(peppers("v1", 1)).check()).containsExactly(new Finding.Different("v1", 2));
  }

  @Test
  void aPepperThatKeysNeedAndThatIsNotThereIsMissing() {
    with(peppers("v1", 0)).check();
    shop.issue("Till");

    assertThat(with(peppers("v2", 0)).check()).containsExactly(new Finding.New("v2"), new Finding.Missing("v1", 1));
    assertThat(with(peppers("v2", 0)).different()).isEmpty();
  }

  @Test
  void comparisonFindsWhatACheckFindsAndRecordsNothing() {
    CheckPeppers checks = with(peppers("v1", 0));

    assertThat(checks.compare()).containsExactly(new Finding.New("v1"));
    shop.issue("Till");
    assertThat(checks.compare()).containsExactly(new Finding.Adopted("v1", 1));
    assertThat(shop.store.pepperChecks().all()).isEmpty();
    checks.check();
    assertThat(checks.compare()).containsExactly(new Finding.Same("v1"));
    assertThat(with(peppers("v1", 1)).compare()).containsExactly(new Finding.Different("v1", 1));
    assertThat(with(peppers("v2", 0)).compare())
        .containsExactly(new Finding.New("v2"), new Finding.Missing("v1", 1));
    assertThat(shop.store.pepperChecks().all()).containsOnlyKeys("v1");
  }

  @Test
  void ofTwoNodesThatStartConcurrentlyWithDifferentPeppersOneIsRefused() {
    // The other one is between this one's look and its write.
    ForStoringPepperChecks interrupted = new ForStoringPepperChecks() {

      @Override
      public String keep(String pepperVersion, String value) {
        with(peppers("v1", 1)).check();
        return shop.store.pepperChecks().keep(pepperVersion, value);
      }

      @Override
      public Map<String, String> all() {
        return shop.store.pepperChecks().all();
      }
    };

    assertThat(new CheckPeppers(new PepperedSeals(peppers("v1", 0)), interrupted, shop.store.keys()).check())
        .containsExactly(new Finding.Different("v1", 0));
  }

  private CheckPeppers with(SequencedMap<String, byte[]> peppers) {
    return new CheckPeppers(new PepperedSeals(peppers), shop.store.pepperChecks(), shop.store.keys());
  }

  private static SequencedMap<String, byte[]> peppers(String version, int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return new LinkedHashMap<>(Map.of(version, bytes));
  }
}

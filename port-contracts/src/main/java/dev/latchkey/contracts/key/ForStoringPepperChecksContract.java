package dev.latchkey.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForStoringPepperChecks}. */
public interface ForStoringPepperChecksContract extends StoreContract {

  @Test
  @Promise(of = ForStoringPepperChecks.class, says = "Stores the value unless the version already has one; returns the "
      + "stored value.")
  @Promise(of = ForStoringPepperChecks.class, says = "Returns the stored values by version.")
  default void theFirstValueOfAVersionStays() {
    String version = version();

    assertThat(store().pepperChecks().all()).doesNotContainKey(version);
    assertThat(store().pepperChecks().keep(version, "first")).isEqualTo("first");
    assertThat(store().pepperChecks().keep(version, "second")).isEqualTo("first");
    assertThat(store().pepperChecks().keep(version, "first")).isEqualTo("first");
    assertThat(store().pepperChecks().all()).containsEntry(version, "first");
  }

  @Test
  @Promise(of = ForStoringPepperChecks.class, says = "Versions that differ only in upper and lower case are "
      + "different versions.")
  default void versionsThatDifferInCaseAloneAreDifferent() {
    String version = "v" + version();

    store().pepperChecks().keep(version, "first");

    assertThat(store().pepperChecks().keep(version.toUpperCase(Locale.ROOT), "second")).isEqualTo("second");
  }

  @Test
  @Promise(of = ForStoringPepperChecks.class, says = "All concurrent callers get the same value.")
  @Promise(of = ForStoringPepperChecks.class, says = "Check values that show whether all servers of one store have the "
      + "same pepper for a version.")
  default void ofSeveralValuesAtOnceOneIsStoredForAll() throws Exception {
    String version = version();

    List<String> kept = Race.of(contestant -> () -> store().pepperChecks().keep(version, "value " + contestant));

    assertThat(new HashSet<>(kept)).hasSize(1);
    assertThat(store().pepperChecks().all()).containsEntry(version, kept.getFirst());
  }

  private static String version() {
    return Long.toString(NewIds.next(), Character.MAX_RADIX);
  }
}

package dev.latchkey.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Untested;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForPreparingTheStore}. The store of a contract is one on which a server works. */
@Untested(of = ForPreparingTheStore.class, says = "Examines a store and brings its data into the form that this server "
    + "needs, before a server uses it.", because = "Only an adapter can make data of an earlier form; its own tests do.")
@Untested(of = ForPreparingTheStore.class, says = "Examines whether a server can start on the store, and changes "
    + "nothing.", because = "That it finds what stops a start: only an adapter can make such a store; its own tests do.")
@Untested(of = ForPreparingTheStore.class, says = "Brings the data into the form that this server needs.", because = "Of "
    + "data of an earlier form: only an adapter can make it; its own tests do.")
@Untested(of = ForPreparingTheStore.class, says = "Returns the steps that were done, in their order; none if the data "
    + "had this form.", because = "The steps and their order: they differ from store to store; the tests of the adapter "
        + "name them.")
@Untested(of = ForPreparingTheStore.class, says = "Removes the records of failed steps, so that migrate does them "
    + "again, and accepts the present form of the steps that were done.", because = "Only an adapter can make a step "
        + "fail; its own tests do.")
@Untested(of = ForPreparingTheStore.class, says = "Returns what was changed; nothing if there was nothing to repair.", because = "What was changed: only an adapter can make something to repair; its own tests do.")
@Untested(of = ForPreparingTheStore.class, says = "Explains for the operator why a server could not start on the store, "
    + "with the remedy and without secrets; empty if the cause is not known to be one of the store.", because = "The "
        + "explanations: each store has failures of its own, and the tests of the adapter make them.")
@Untested(of = ForPreparingTheStore.class, says = "Never fails.", because = "A test can only try some failures.")
public interface ForPreparingTheStoreContract extends StoreContract {

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Returns what the store is and what it guarantees, as sentences for "
      + "the operator.")
  default void storeIsDescribedInASentence() {
    assertThat(store().preparation().describe()).isNotBlank().endsWith(".");
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Examines whether a server can start on the store, and changes "
      + "nothing.")
  default void storeOnWhichAServerWorksIsSoundAndCurrent() {
    StoreExamination examination = store().preparation().examine();

    assertThat(examination.isCurrent()).isTrue();
    assertThat(examination.findings()).isNotEmpty().allSatisfy(
        finding -> {
          assertThat(finding).isInstanceOf(StoreFinding.Sound.class);
          assertThat(finding.subject()).isNotBlank().doesNotContain(" ");
          assertThat(finding.detail()).isNotBlank();
        });
    assertThat(store().preparation().examine()).isEqualTo(examination);
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Brings the data into the form that this server needs.")
  @Promise(of = ForPreparingTheStore.class, says = "Returns the steps that were done, in their order; none if the data "
      + "had this form.")
  default void currentStoreNeedsNoStep() {
    assertThat(store().preparation().migrate()).isEmpty();
    assertThat(store().preparation().examine().isCurrent()).isTrue();
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Returns what was changed; nothing if there was nothing to repair.")
  default void soundStoreNeedsNoRepair() {
    assertThat(store().preparation().repair()).isEmpty();
    assertThat(store().preparation().examine().isCurrent()).isTrue();
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Explains for the operator why a server could not start on the "
      + "store, with the remedy and without secrets; empty if the cause is not known to be one of the store.")
  default void failureOfAnotherPartIsNotExplained() {
    StoreUnavailable failure = new StoreUnavailable(new IllegalStateException("A port is taken"));

    assertThat(store().preparation().explain(failure)).isEmpty();
  }

  @Test
  @Promise(of = ForPreparingTheStore.class, says = "Never fails.")
  default void failuresWithoutWordsOrWithManyCausesOrOfTheMachineCanBeAskedAbout() {
    Throwable deep = new IllegalStateException();
    for (int i = 0; i < 1_000; i++) {
      deep = new IllegalStateException(deep);
    }
    List<StoreUnavailable> failures = List.of(
        StoreUnavailable.contended(3),
        new StoreUnavailable(new IllegalStateException()),
        new StoreUnavailable(deep),
        new StoreUnavailable(new StackOverflowError()),
        new StoreUnavailable(new UncheckedIOException(new IOException())));

    assertThat(failures).allSatisfy(
        failure -> assertThatCode(() -> store().preparation().explain(failure)).doesNotThrowAnyException());
  }
}

package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The greeting is printed while the server runs already, so a failure of its own must not end the server. */
class GreetingTest {

  @Test
  void storeIsDescribedWithoutAnExamination() {
    assertThat(Greeting.store(new Store(Optional.empty()))).isEqualTo("One file." + System.lineSeparator());
  }

  @Test
  void anyFailureOfTheStoreLeavesItsLineOut() {
    assertThat(Greeting.store(new Store(Optional.of(new IllegalStateException("A bug"))))).isEmpty();
    assertThat(Greeting.store(new Store(Optional.of(StoreUnavailable.contended(1))))).isEmpty();
  }

  /** A store that can be described, unless there is a failure, and nothing else. */
  private record Store(Optional<RuntimeException> failure) implements ForPreparingTheStore {

    @Override
    public String describe() {
      failure.ifPresent(thrown -> {
        throw thrown;
      });
      return "One file.";
    }

    @Override
    public StoreExamination examine() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> migrate() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> repair() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Faulty> explain(StoreUnavailable unavailable) {
      throw new UnsupportedOperationException();
    }
  }
}

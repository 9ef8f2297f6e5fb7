package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.fixtures.H2;
import dev.latchkey.adapters.persistence.fixtures.JdbcStore;
import dev.latchkey.adapters.persistence.jdbc.StoreProbe.State;
import dev.latchkey.adapters.persistence.server.DatabaseServers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A database that does not answer is one whose probe does not end: nothing runs it until the test does. */
class StoreProbeTest {

  private static final Duration SERVES = Duration.ofMillis(500);

  private final AtomicLong nanos = new AtomicLong();
  private final List<Runnable> begun = new ArrayList<>();
  private final StoreProbe probe = probe(H2.shared());

  @Test
  void databaseThatDoesNotAnswerIsUnreachableWithinTheSecondOfReadiness() {
    assertThat(StoreProbe.LONGEST).isLessThan(Duration.ofSeconds(1));
    assertThat(answer(probe.state())).isEqualTo(State.UNREACHABLE);
  }

  @Test
  void laterCheckWaitsForTheProbeThatRunsAndBeginsNone() {
    CompletableFuture<State> first = probe.state();
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    CompletableFuture<State> later = probe.state();

    assertThat(begun).hasSize(1);
    assertThat(answer(first)).isEqualTo(State.UNREACHABLE);
    assertThat(answer(later)).isEqualTo(State.UNREACHABLE);
    begun.getFirst().run();
    assertThat(begun).hasSize(1);
  }

  @Test
  void answerServesForHalfASecond() {
    probe.state();
    begun.getFirst().run();
    assertThat(answer(probe.state())).isEqualTo(State.WRITABLE);
    nanos.addAndGet(SERVES.toNanos() - 1);
    assertThat(answer(probe.state())).isEqualTo(State.WRITABLE);
    assertThat(begun).hasSize(1);

    nanos.incrementAndGet();
    probe.state();

    assertThat(begun).hasSize(2);
  }

  /** Longer than any pause of a busy machine: an answer that never comes shall not hold up all tests. */
  private static State answer(CompletableFuture<State> state) {
    return state.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private StoreProbe probe(JdbcStore store) {
    return new StoreProbe(
        store.context().getBean(Database.class), store.context().getBean(ProbeRepository.class),
        store.context().getBean(DatabaseServers.class), notes(), InstantSource.system(), nanos::get);
  }

  /** Begins nothing by itself. */
  private ExecutorService notes() {
    return new AbstractExecutorService() {
      @Override
      public void execute(Runnable work) {
        begun.add(work);
      }

      @Override
      public void shutdown() {
        // There are no threads.
      }

      @Override
      public List<Runnable> shutdownNow() {
        return List.of();
      }

      @Override
      public boolean isShutdown() {
        return false;
      }

      @Override
      public boolean isTerminated() {
        return false;
      }

      @Override
      public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
      }
    };
  }
}

package dev.latchkey.adapters.persistence.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.adapters.persistence.cache.CredentialCache;
import dev.latchkey.adapters.persistence.jdbc.DatabaseWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.BeanContext;
import io.micronaut.context.event.StartupEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedPollingTest {

  private final CredentialCache memory = new CredentialCache(() -> 0, 1);
  private final Source source = new Source();
  private final FeedReader reader = new FeedReader(
      source, memory, new FeedFigures(new SimpleMeterRegistry(), memory), () -> 0, InstantSource.system());
  private final FeedPolling polling = new FeedPolling(reader, source, new DatabaseWatch());

  /** An empty feed. A test can make reads fail or wait. */
  private static final class Source implements ChangeSource {

    final AtomicInteger reads = new AtomicInteger();
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    volatile boolean fails;
    volatile boolean waits;
    volatile boolean reading;
    volatile boolean closed;
    volatile boolean closedWhileReading;

    @Override
    public Excerpt after(long position) {
      reading = true;
      reads.incrementAndGet();
      if (fails) {
        throw new IllegalStateException("a bug");
      }
      if (waits) {
        waiting.countDown();
        awaitRelease();
      }
      reading = false;
      return new Excerpt(0, List.of());
    }

    private void awaitRelease() {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {
      closed = true;
      closedWhileReading = reading;
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    source.released.countDown();
    polling.stop();
  }

  private void start() {
    polling.onApplicationEvent(new StartupEvent(BeanContext.build()));
  }

  @Test
  void feedIsReadOnceBeforeTheServerIsReady() {
    assertThat(memory.isFresh()).isFalse();

    start();

    assertThat(memory.isFresh()).isTrue();
  }

  @Test
  void feedIsReadAgainAndAgainUntilTheServerStops() throws Exception {
    start();
    await().untilAsserted(() -> assertThat(source.reads).hasValueGreaterThan(3));

    polling.stop();

    int reads = source.reads.get();
    Thread.sleep(300);
    assertThat(source.reads).hasValue(reads);
  }

  @Test
  void feedIsReadAtMostOnceInAHundredMilliseconds() throws Exception {
    long began = System.nanoTime();
    start();

    Thread.sleep(300);

    int reads = source.reads.get();
    assertThat(reads).isLessThanOrEqualTo((int) Duration.ofNanos(System.nanoTime() - began).toMillis() / 100 + 1);
  }

  @Test
  void bugInOneReadDoesNotEndThePolling() {
    source.fails = true;
    start();
    await().untilAsserted(() -> assertThat(source.reads).hasValueGreaterThan(2));
    assertThat(memory.isFresh()).isFalse();

    source.fails = false;

    await().untilAsserted(() -> assertThat(memory.isFresh()).isTrue());
  }

  /** The connection is not thread-safe. */
  @Test
  void connectionIsClosedOnlyAfterTheLastReadHasEnded() throws Exception {
    start();
    source.waits = true;
    source.waiting.await();
    Thread stopping = Thread.ofPlatform().start(() -> {
      try {
        polling.stop();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    await().until(() -> stopping.getState() == Thread.State.WAITING || source.closed);

    source.released.countDown();
    stopping.join();

    assertThat(source.closed).isTrue();
    assertThat(source.closedWhileReading).isFalse();
  }

  @Test
  void connectionIsClosedAlsoIfTheServerNeverStarted() throws Exception {
    polling.stop();

    assertThat(source.closed).isTrue();
  }
}

package dev.latchkey.adapters.persistence.feed;

import dev.latchkey.adapters.persistence.jdbc.DatabaseWatch;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the change feed again and again, on a thread of its own that nothing else can hold up. */
@Singleton
final class FeedPolling implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(FeedPolling.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final FeedReader reader;
  private final ChangeSource source;
  private final DatabaseWatch watch;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  FeedPolling(FeedReader reader, ChangeSource source, DatabaseWatch watch) {
    this.reader = reader;
    this.source = source;
    this.watch = watch;
  }

  /** Whoever is told that the server is ready finds it with a view of the feed. */
  @Override
  public void onApplicationEvent(StartupEvent event) {
    look();
    watch.start();
    thread = Thread.ofPlatform().daemon().name("change-feed").start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    watch.query();
    boolean answered = false;
    try {
      answered = reader.look();
    } catch (RuntimeException e) {
      // Even a bug must not end the looking; meanwhile memory goes out of date by itself.
      LOG.error("A look at the change feed failed", e);
    } finally {
      watch.ended(answered);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopped.countDown();
    if (thread != null) {
      thread.join();
    }
    source.close();
  }
}

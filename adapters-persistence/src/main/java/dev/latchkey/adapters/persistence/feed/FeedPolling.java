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

/** Polls the change feed on a dedicated thread that no other work can block. */
@Singleton
public final class FeedPolling implements ApplicationEventListener<StartupEvent> {

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

  /** Polls once before the server reports ready. */
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
      // Polling must continue after a bug; meanwhile the cache expires.
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

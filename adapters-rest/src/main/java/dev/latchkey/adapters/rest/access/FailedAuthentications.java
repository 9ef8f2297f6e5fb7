package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts failed authentications exactly, by reason: {@code latchkey_failed_authentications_total}. The log has a
 * sample: at most one line for each reason and minute, with the number since the previous line. Of the request, only
 * the client's address and the request id are logged.
 */
@Singleton
public final class FailedAuthentications {

  private static final Logger LOG = LoggerFactory.getLogger(FailedAuthentications.class);
  private static final String METER = "latchkey.failed.authentications";
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Map<String, Reason> reasons;

  @Inject
  FailedAuthentications(MeterRegistry registry) {
    this(registry, System::nanoTime, LOG::warn);
  }

  FailedAuthentications(MeterRegistry registry, LongSupplier nanos, Consumer<String> log) {
    this.reasons = Arrays.stream(ProblemType.values())
        .filter(ProblemType::isOfAFailedAuthentication)
        .map(ProblemType::code)
        .collect(Collectors.toUnmodifiableMap(Function.identity(), code -> new Reason(registry, code, nanos, log)));
  }

  /** Counts a refusal that precedes the proof of a secret; ignores any other. */
  public void count(Refusal refusal, Optional<InetAddress> from, RequestId request) {
    Reason reason = reasons.get(refusal.code());
    if (reason != null) {
      reason.count(from, request);
    }
  }

  /** Failures with the same code. */
  private static final class Reason {

    private final String code;
    private final Counter counter;
    private final LongSupplier nanos;
    private final Consumer<String> log;
    private final LongAdder unlogged = new LongAdder();
    private final AtomicLong nextLine;

    Reason(MeterRegistry registry, String code, LongSupplier nanos, Consumer<String> log) {
      this.code = code;
      this.nanos = nanos;
      this.log = log;
      this.nextLine = new AtomicLong(nanos.getAsLong());
      this.counter = Counter.builder(METER)
          .description("Authentications that failed, by the code of the refusal")
          .tag("reason", code)
          .register(registry);
    }

    void count(Optional<InetAddress> from, RequestId request) {
      counter.increment();
      unlogged.increment();
      long now = nanos.getAsLong();
      long due = nextLine.get();
      if (now - due >= 0 && nextLine.compareAndSet(due, now + BETWEEN_LINES.toNanos())) {
        log.accept(
            "Failed authentications with " + code
                + " since the last such line: " + unlogged.sumThenReset()
                + ". The latest: request " + request.value()
                + " from " + from.map(AddressText::of).orElse("an unknown address"));
      }
    }
  }
}

package dev.latchkey.bootstrap;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Counts the stack traces that the log was spared, beside all else that is dropped. */
@Singleton
final class LeftOutTraces implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("latchkey.dropped", this, _ -> LimitedTraces.leftOut())
        .tag("what", "stack_trace")
        .register(registry);
  }
}

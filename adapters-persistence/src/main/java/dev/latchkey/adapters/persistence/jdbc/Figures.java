package dev.latchkey.adapters.persistence.jdbc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/**
 * Counts deferred writes, and records that were dropped because of a limit or a fault. Every counter is registered at
 * start-up, with 0.
 */
@Context
public final class Figures {

  private static final String DROPPED = "latchkey.dropped";
  private static final String WRITTEN = "latchkey.written";

  public final Counter lastUsesWritten;
  public final Counter refusalsWritten;
  public final Counter refusalsOverKeyRate;
  public final Counter refusalsOverQueue;
  public final Counter refusalsOverTenantLimit;
  public final Counter refusalsFailed;
  public final Counter answersOverOwnerLimit;

  Figures(MeterRegistry registry) {
    lastUsesWritten = written(registry, "last_uses");
    refusalsWritten = written(registry, "refused_requests");
    refusalsOverKeyRate = dropped(registry, "refused_requests_over_key_rate");
    refusalsOverQueue = dropped(registry, "refused_requests_over_queue");
    refusalsOverTenantLimit = dropped(registry, "refused_requests_over_tenant_limit");
    refusalsFailed = dropped(registry, "refused_requests_failed");
    answersOverOwnerLimit = dropped(registry, "idempotent_responses_over_key_limit");
  }

  private static Counter written(MeterRegistry registry, String what) {
    return Counter.builder(WRITTEN).description("Rows written after the request that they are about").tag("what", what)
        .register(registry);
  }

  private static Counter dropped(MeterRegistry registry, String what) {
    return Counter.builder(DROPPED).description("What was not kept because of a limit or a fault").tag("what", what)
        .register(registry);
  }
}

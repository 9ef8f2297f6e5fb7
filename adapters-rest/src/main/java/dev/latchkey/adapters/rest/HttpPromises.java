package dev.latchkey.adapters.rest;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * Settings of the HTTP server that the contract fixes, so that no configuration can be without them. Public because the
 * framework finds it as a service.
 */
@ContextConfigurer
public final class HttpPromises implements ApplicationContextConfigurer {

  private static final int LONGEST_BODY = 1024 * 1024;

  // An Authorization header far over its own limit still has to arrive, to be refused with its own code.
  private static final int LONGEST_HEADERS = 64 * 1024;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(
        Map.of(
            "micronaut.server.max-request-size", LONGEST_BODY,
            "micronaut.server.netty.max-header-size", LONGEST_HEADERS,
            // Its place is taken by dev.latchkey.adapters.rest.access; ADR 5 says why.
            "micronaut.security.filter.enabled", false,
            // An endpoint that comes with it and is nowhere in the contract.
            "micronaut.security.endpoints.introspection.enabled", false,
            "endpoints.all.enabled", false,
            "endpoints.health.enabled", true,
            "endpoints.health.sensitive", false,
            "endpoints.prometheus.enabled", true,
            "endpoints.prometheus.sensitive", false));
  }
}

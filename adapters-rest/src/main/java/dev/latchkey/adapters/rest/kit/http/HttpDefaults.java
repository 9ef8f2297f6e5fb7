package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * Settings of the HTTP server that the contract fixes, so that no configuration can be without them. Public because the
 * framework finds it as a service.
 */
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {

  // An Authorization header far over its own limit still has to arrive, to be refused with its own code.
  private static final int LONGEST_HEADERS = 64 * 1024;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(
        Map.ofEntries(
            Map.entry("micronaut.server.max-request-size", HttpLimits.LONGEST_BODY),
            // A proxy may speak to this process by the name localhost. Pages of other origins are let in by
            // dev.latchkey.adapters.rest.kit.http, and the dashboard checks the origin of its forms itself.
            Map.entry("micronaut.server.cors.localhost-pass-through", true),
            // Unpacking costs far more than sending. dev.latchkey.adapters.rest.kit.http refuses packed bodies.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            Map.entry("micronaut.serde.jackson.write-features", Map.of("COMBINE_UNICODE_SURROGATES_IN_UTF8", true)),
            Map.entry("micronaut.server.netty.max-header-size", LONGEST_HEADERS),
            // An address over its limit has to arrive as well, so that the page of an allowed origin can read the refusal.
            Map.entry("micronaut.server.netty.max-initial-line-length", LONGEST_HEADERS),
            // Of a connection on which nothing is asked. Longer than the minute for which proxies keep theirs.
            Map.entry("micronaut.server.idle-timeout", "75s"),
            // Every answer has one, from dev.latchkey.adapters.rest.kit.answer, not only those of a route.
            Map.entry("micronaut.server.date-header", false),
            Map.entry("micronaut.metrics.binders.web.enabled", false),
            // Its place is taken by dev.latchkey.adapters.rest.access; ADR 5 says why.
            Map.entry("micronaut.security.filter.enabled", false),
            // An endpoint that comes with it and is nowhere in the contract.
            Map.entry("micronaut.security.endpoints.introspection.enabled", false),
            Map.entry("endpoints.all.enabled", false),
            Map.entry("endpoints.health.enabled", true),
            Map.entry("endpoints.health.sensitive", false),
            Map.entry("endpoints.prometheus.enabled", true),
            Map.entry("endpoints.prometheus.sensitive", false)));
  }
}

package dev.latchkey.adapters.rest.kit.http;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * Settings of the HTTP server that the contract fixes, so that they apply to every configuration. Public because the
 * framework finds it as a service.
 */
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {

  // An Authorization header far beyond its own limit must still arrive, to be refused with its own code.
  private static final int LONGEST_HEADERS = 64 * 1024;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(
        Map.ofEntries(
            Map.entry("micronaut.server.max-request-size", HttpLimits.LONGEST_BODY),
            // A proxy may address this process as localhost. dev.latchkey.adapters.rest.kit.http allows pages of other
            // origins, and the dashboard checks the origin of its forms itself.
            Map.entry("micronaut.server.cors.localhost-pass-through", true),
            // Decompression costs far more than sending. dev.latchkey.adapters.rest.kit.http rejects encoded bodies.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            Map.entry("micronaut.serde.jackson.write-features", Map.of("COMBINE_UNICODE_SURROGATES_IN_UTF8", true)),
            Map.entry("micronaut.server.netty.max-header-size", LONGEST_HEADERS),
            // A target beyond its limit must arrive too, so that the page of an allowed origin can read the error.
            Map.entry("micronaut.server.netty.max-initial-line-length", LONGEST_HEADERS),
            // For a connection without a request. Longer than the minute for which proxies keep theirs.
            Map.entry("micronaut.server.idle-timeout", "75s"),
            // dev.latchkey.adapters.rest.kit.answer adds the header to every response, not only to those of a route.
            Map.entry("micronaut.server.date-header", false),
            Map.entry("micronaut.metrics.binders.web.enabled", false),
            // Replaced by dev.latchkey.adapters.rest.access; ADR 5 gives the reason.
            Map.entry("micronaut.security.filter.enabled", false),
            // An endpoint of Micronaut Security that is not in the contract.
            Map.entry("micronaut.security.endpoints.introspection.enabled", false),
            Map.entry("endpoints.all.enabled", false),
            Map.entry("endpoints.health.enabled", true),
            Map.entry("endpoints.health.sensitive", false),
            Map.entry("endpoints.prometheus.enabled", true),
            Map.entry("endpoints.prometheus.sensitive", false)));
  }
}

package dev.latchkey.adapters.rest.access;

import io.micronaut.http.HttpRequest;

/** The guard of another adapter's routes. Routes that state no requirement known here are closed unless it guards them. */
@FunctionalInterface
public interface OtherGuard {

  /** Returns whether a later filter checks what the route states with {@code @Secured}, or closes the route. */
  boolean guards(HttpRequest<?> request);
}

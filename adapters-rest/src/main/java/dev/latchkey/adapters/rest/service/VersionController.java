package dev.latchkey.adapters.rest.service;

import dev.latchkey.adapters.rest.kit.answer.Success;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;

/** Endpoint with the version of the program. */
@Controller("/version")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class VersionController {

  /** Version of a program that was not started from its jar. */
  private static final String UNPACKAGED = "unpackaged";

  @Get
  HttpResponse<?> describe() {
    String version = VersionController.class.getPackage().getImplementationVersion();
    return Success.of(new VersionJson(Optional.ofNullable(version).orElse(UNPACKAGED))).ok();
  }
}

package dev.latchkey.adapters.rest.v2;

import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.resource.WhoAmIJson;
import dev.latchkey.domain.access.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** A key's look at itself. */
@Controller("/api/v2/auth/whoami")
@Produces(MediaType.ALL)
final class WhoAmIController {

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<?> tell(Caller caller) {
    return Success.of(WhoAmIJson.of(caller.credential())).ok();
  }
}

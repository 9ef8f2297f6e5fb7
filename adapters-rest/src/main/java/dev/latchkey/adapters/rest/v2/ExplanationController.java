package dev.latchkey.adapters.rest.v2;

import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.ProblemType;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.input.JsonBody;
import dev.latchkey.adapters.rest.resource.ExplanationInput;
import dev.latchkey.adapters.rest.resource.ExplanationJson;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;

/** Why a key may or may not. Misspelt members are refused: they would answer another question than the one asked. */
@Controller("/api/v2/access/explain")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplanationController {

  private final ForCheckingAccess access;

  ExplanationController(ForCheckingAccess access) {
    this.access = access;
  }

  @Post
  @Secured("api_keys:read")
  HttpResponse<?> explain(Caller caller, HttpRequest<?> request) {
    return new OwnTenant(caller).enter(
        Permission.API_KEYS_READ,
        scope -> JsonBody.of(request)
            .reading(json -> json.readStrictly(ExplanationInput::read))
            .answer(supposition -> explain(scope, supposition)));
  }

  private HttpResponse<?> explain(TenantScope scope, Optional<Supposition> supposition) {
    return supposition.flatMap(supposed -> access.explain(scope, supposed))
        .<HttpResponse<?>>map(explanation -> Success.of(ExplanationJson.of(explanation)).ok())
        .orElseGet(() -> Problem.of(ProblemType.API_KEY_NOT_FOUND).response());
  }
}

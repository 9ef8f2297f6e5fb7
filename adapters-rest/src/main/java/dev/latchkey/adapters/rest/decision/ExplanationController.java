package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.decision.ExplanationInput.Asked;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.refusal.NotedRefusal;
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

/** Explains decisions. Unknown members are rejected: ignoring a misspelt one would explain a different request. */
@Controller("/api/v2/access/explain")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplanationController {

  private final ForCheckingAccess access;
  private final ForRecallingRefusals refusals;

  ExplanationController(ForCheckingAccess access, ForRecallingRefusals refusals) {
    this.access = access;
    this.refusals = refusals;
  }

  @Post
  @Secured("api_keys:read")
  HttpResponse<?> explain(Caller caller, HttpRequest<?> request) {
    return switch (JsonBody.readStrictly(request, ExplanationInput::read, ResourceMembers.NONE)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Asked asked) -> explain(caller.enter(), asked);
    };
  }

  private HttpResponse<?> explain(TenantScope scope, Asked asked) {
    return switch (asked) {
      case Asked.AboutKey(Optional<Supposition> supposition) ->
        supposition.flatMap(supposed -> access.explain(scope, supposed))
            .<HttpResponse<?>>map(explanation -> Success.of(ExplanationJson.of(explanation)).ok())
            .orElseGet(() -> Problem.of(ProblemType.API_KEY_NOT_FOUND).response());
      case Asked.AboutRequest(String requestId) ->
        refusals.recall(scope, requestId)
            .<HttpResponse<?>>map(noted -> Success.of(explained(scope, noted)).ok())
            .orElseGet(() -> Problem.of(ProblemType.REFUSED_REQUEST_NOT_FOUND).response());
    };
  }

  private ExplanationJson explained(TenantScope scope, NotedRefusal noted) {
    return access.explain(scope, noted.request())
        .map(explanation -> ExplanationJson.of(explanation, noted))
        .orElseGet(() -> ExplanationJson.of(noted));
  }
}

package dev.latchkey.adapters.rest.decision;

import dev.latchkey.adapters.rest.access.Decisions;
import dev.latchkey.adapters.rest.access.Decisions.Via;
import dev.latchkey.adapters.rest.access.FailedAuthentications;
import dev.latchkey.adapters.rest.access.StoreFailure;
import dev.latchkey.adapters.rest.decision.VerificationInput.Received;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.RequestId;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
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

/**
 * Verifies a key for another service that received it, by the rules of this service. The body contains a secret and is
 * never stored. A refusal is recorded for the staff of the key's tenant, under the id of the verification request.
 */
@Controller("/api/platform/v1/keys/verify")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyVerificationController {

  private final ForCheckingAccess access;
  private final ForRecallingRefusals refusals;
  private final StoreFailure storeFailure;
  private final Decisions decisions;
  private final FailedAuthentications failures;

  KeyVerificationController(
      ForCheckingAccess access,
      ForRecallingRefusals refusals,
      StoreFailure storeFailure,
      Decisions decisions,
      FailedAuthentications failures) {
    this.access = access;
    this.refusals = refusals;
    this.storeFailure = storeFailure;
    this.decisions = decisions;
    this.failures = failures;
  }

  @Post
  HttpResponse<?> verify(Operator operator, HttpRequest<?> request) {
    return switch (JsonBody.readStrictly(request, VerificationInput::read, ResourceMembers.NONE)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Received received) -> answer(operator, request, received);
    };
  }

  private HttpResponse<?> answer(Operator operator, HttpRequest<?> request, Received received) {
    try {
      Verification verification = verified(operator, received);
      switch (verification) {
        case Verification.Valid _ -> decisions.granted(Via.VERIFY);
        case Verification.Invalid(Refusal refusal) -> refused(refusal, RequestId.of(request), received);
      }
      return Success.of(VerificationJson.of(verification)).ok();
    } catch (StoreUnavailable failure) {
      decisions.refused(Via.VERIFY, ProblemType.VERIFICATION_UNAVAILABLE.code());
      return storeFailure.whileChecking(request, failure);
    }
  }

  private void refused(Refusal refusal, RequestId request, Received received) {
    decisions.refused(Via.VERIFY, refusal.code());
    failures.count(refusal, received.address(), request);
    if (received.credentials() instanceof PresentedCredentials.Bearer(PresentedKey presented)
        && KeyFormat.read(presented) instanceof KeyReading.WellFormed(PlainKey key)) {
      refusals.noteAtOnce(key.id(), refusal, about(request, received));
    }
  }

  /** Describes the verified request. The other service received it, so its method and path are not known here. */
  private static Circumstances about(RequestId request, Received received) {
    return new Circumstances(
        request.value(), Optional.empty(), received.permission(), received.campaign(), received.address());
  }

  private Verification verified(Operator operator, Received received) {
    return switch (received.credentials()) {
      case PresentedCredentials.Missing() -> new Verification.Invalid(new Refusal.CredentialsMissing());
      case PresentedCredentials.Malformed(CredentialFault fault) ->
        new Verification.Invalid(new Refusal.CredentialsMalformed(fault));
      case PresentedCredentials.Bearer(PresentedKey key) ->
        access.verify(operator, key, received.permission(), received.campaign(), received.address());
    };
  }
}

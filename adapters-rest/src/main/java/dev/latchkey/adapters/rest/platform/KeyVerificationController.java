package dev.latchkey.adapters.rest.platform;

import dev.latchkey.adapters.rest.answer.RequestId;
import dev.latchkey.adapters.rest.answer.StoreFailure;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.input.JsonBody;
import dev.latchkey.adapters.rest.resource.VerificationInput;
import dev.latchkey.adapters.rest.resource.VerificationInput.Received;
import dev.latchkey.adapters.rest.resource.VerificationJson;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.access.CredentialFault;
import dev.latchkey.domain.access.Credentials;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.KeyReading;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
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

/** Judges a key for a service that received it, by the rules of this one. Its body holds a secret and is never kept. */
@Controller("/api/platform/v1/keys/verify")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyVerificationController {

  private final ForCheckingAccess access;
  private final ForRecallingRefusals refusals;
  private final StoreFailure storeFailure;

  KeyVerificationController(ForCheckingAccess access, ForRecallingRefusals refusals, StoreFailure storeFailure) {
    this.access = access;
    this.refusals = refusals;
    this.storeFailure = storeFailure;
  }

  @Post
  HttpResponse<?> verify(Operator operator, HttpRequest<?> request) {
    return JsonBody.of(request)
        .reading(json -> json.readStrictly(VerificationInput::read))
        .answer(received -> answer(operator, request, received));
  }

  private HttpResponse<?> answer(Operator operator, HttpRequest<?> request, Received received) {
    try {
      return Success.of(VerificationJson.of(verified(operator, request, received))).ok();
    } catch (StoreUnavailable failure) {
      return storeFailure.whileChecking(request, failure);
    }
  }

  private Verification verified(Operator operator, HttpRequest<?> request, Received received) {
    return switch (received.credentials()) {
      case Credentials.Missing() -> new Verification.Invalid(new Refusal.CredentialsMissing());
      case Credentials.Malformed(CredentialFault fault) ->
        new Verification.Invalid(new Refusal.CredentialsMalformed(fault));
      case Credentials.Bearer(PresentedKey key) -> {
        Verification verification = access.verify(
            operator, key, received.permission(), received.campaign(), received.address());
        if (verification instanceof Verification.Invalid(Refusal refusal)
            && KeyFormat.read(key) instanceof KeyReading.WellFormed(PlainKey plain)) {
          refusals.noteAtOnce(plain.id(), refusal, about(request, received));
        }
        yield verification;
      }
    };
  }

  /** The verified request is the service's: method and path are not known here. */
  private static Circumstances about(HttpRequest<?> request, Received received) {
    return new Circumstances(
        RequestId.of(request).value(),
        Optional.empty(),
        received.permission(),
        received.campaign(),
        received.address());
  }
}

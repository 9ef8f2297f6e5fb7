package dev.latchkey.adapters.rest.idempotency;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes a POST, unless its {@code Idempotency-Key} shows that it was executed before. Called after the access
 * decision, so that nothing is replayed to a caller who lost the permission.
 */
@Singleton
public final class Idempotency {

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

  private final ForDeduplicatingRequests answers;
  private final StoredResponses kept;

  Idempotency(ForDeduplicatingRequests answers, StoredResponses kept) {
    this.answers = answers;
    this.kept = kept;
  }

  /** Reads the body, and returns the response of {@code carryOut} or the stored one. */
  public HttpResponse<?> answer(HttpRequest<?> request, Function<JsonBody, HttpResponse<?>> carryOut) {
    return switch (JsonBody.of(request)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> answer(request, body, carryOut);
    };
  }

  /** Returns the response of {@code carryOut}, or the stored one, for a body that was read before. */
  public HttpResponse<?> answer(
      HttpRequest<?> request, JsonBody body, Function<JsonBody, HttpResponse<?>> carryOut) {
    return switch (IdempotencyKey.of(request.getHeaders())) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Optional<IdempotencyKey> key) -> key.isEmpty()
          ? carryOut.apply(body)
          : answer(named(request, key.get()), key.get().fingerprint(body), body, carryOut);
    };
  }

  private HttpResponse<?> answer(
      IdempotentRequest request, String fingerprint, JsonBody body, Function<JsonBody, HttpResponse<?>> carryOut) {
    return switch (answers.claim(request, fingerprint)) {
      case Claim.First claim -> first(request, claim, body, carryOut);
      case Claim.Again(StoredResponse answer) -> kept.replayed(answer);
      case Claim.OtherBody() -> Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED).response();
      case Claim.Running() -> Problem.of(ProblemType.IDEMPOTENCY_IN_PROGRESS).response();
    };
  }

  private HttpResponse<?> first(
      IdempotentRequest request, Claim.First claim, JsonBody body, Function<JsonBody, HttpResponse<?>> carryOut) {
    Optional<StoredResponse> answer = Optional.empty();
    try {
      HttpResponse<?> response = carryOut.apply(body);
      answer = kept.kept(response);
      return response;
    } finally {
      end(request, claim, answer);
    }
  }

  /**
   * Stores the response or releases the claim. A failure is only logged: the request was executed, so the client gets
   * its result.
   */
  private void end(IdempotentRequest request, Claim.First claim, Optional<StoredResponse> answer) {
    try {
      if (answer.isPresent()) {
        answers.settle(request, claim, answer.get());
      } else {
        answers.release(request, claim);
      }
    } catch (StoreUnavailable failure) {
      LOG.warn("An answer could not be kept; its claim runs out by itself", failure);
    }
  }

  private static IdempotentRequest named(HttpRequest<?> request, IdempotencyKey key) {
    String owner = request.getUserPrincipal().map(Principal::getName).orElseThrow();
    String path = request.getPath();
    String route = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return new IdempotentRequest(owner, request.getMethodName() + " " + route, key.text());
  }
}

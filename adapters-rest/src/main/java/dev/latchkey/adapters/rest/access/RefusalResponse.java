package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.rate.RateVerdict;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A refusal as a response: the problem, and the challenge of RFC 6750.
 *
 * @param text text for the kind of credentials that the request needs
 * @param hint additional sentence for the detail; empty for none
 */
public record RefusalResponse(Refusal refusal, RefusalText text, String hint) {

  /** Response attribute with the refusal, for filters that record it. */
  public static final String REFUSAL = "latchkey.refusal";

  /** Response attribute of a request that could not be decided because the store was unavailable. */
  public static final String UNDECIDED = "latchkey.undecided";

  private static final String CHALLENGE = "Bearer realm=\"latchkey\"";

  public RefusalResponse(Refusal refusal) {
    this(refusal, RefusalText.KEY_IN_HEADER, "");
  }

  public MutableHttpResponse<?> response() {
    MutableHttpResponse<?> response = problem().response();
    response.setAttribute(REFUSAL, refusal);
    challenge().ifPresent(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    if (refusal instanceof Refusal.RateLimited(RateLimit limit, Duration retryAfter)) {
      new RateLimitFields(limit, new RateVerdict.Exceeded(retryAfter)).addTo(response);
    }
    if (refusal instanceof Refusal.TooManyFailures(Duration retryAfter)) {
      RateLimitFields.addRetryAfter(response, retryAfter);
    }
    return response;
  }

  private Problem problem() {
    ProblemType type = ProblemType.coded(refusal.code()).orElseThrow();
    String detail = text.of(refusal).detail() + (hint.isEmpty() ? "" : " " + hint);
    if (refusal instanceof Refusal.AddressNotAllowed(Optional<InetAddress> seen)) {
      return Problem.of(type, detail).seenFrom(seen.map(AddressText::of));
    }
    return refusal instanceof Refusal.TenantIdMissing
        ? Problem.of(type, detail, List.of(new InputFault("/tenant_id", "required", text.of(refusal).message())))
        : Problem.of(type, detail);
  }

  private Optional<String> challenge() {
    return switch (refusal) {
      case Refusal.CredentialsMissing() -> Optional.of(CHALLENGE);
      case Refusal.CredentialsMalformed _ -> challenge("invalid_request");
      case Refusal.KeyMalformed _ -> challenge("invalid_token");
      case Refusal.KeyInvalid() -> challenge("invalid_token");
      case Refusal.OperatorTokenInvalid() -> challenge("invalid_token");
      case Refusal.KeyDisabled() -> challenge("invalid_token");
      case Refusal.KeyExpired() -> challenge("invalid_token");
      case Refusal.KeyNotYetValid() -> challenge("invalid_token");
      case Refusal.PermissionMissing(Permission needed) ->
        challenge("insufficient_scope").map(challenge -> challenge + ", scope=\"" + needed.label() + "\"");
      case Refusal.TenantSuspended() -> Optional.empty();
      case Refusal.AddressNotAllowed _ -> Optional.empty();
      case Refusal.TooManyFailures _ -> Optional.empty();
      case Refusal.RateLimited _ -> Optional.empty();
      case Refusal.TenantIdMissing() -> Optional.empty();
      case Refusal.TenantMismatch() -> Optional.empty();
      case Refusal.CampaignAccessDenied _ -> Optional.empty();
      case Refusal.CampaignNotFound() -> Optional.empty();
    };
  }

  private static Optional<String> challenge(String error) {
    return Optional.of(CHALLENGE + ", error=\"" + error + "\"");
  }
}

package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Violation;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 has it.
 *
 * @param requestId set where the answer leaves the server
 * @param errors for 400 alone
 * @param address where the request came from, as it was seen; for an address that is not allowed alone
 * @param campaignLeadId the lead that is there already; for a lead that exists alone
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String requestId,
    @Nullable List<InputFault> errors,
    @Nullable String address,
    @Nullable String campaignLeadId) {

  /** A problem with what is always said of its type. */
  public static Problem of(ProblemType type) {
    return of(type, ProblemText.of(type).detail());
  }

  public static Problem of(ProblemType type, String detail) {
    List<InputFault> errors = type.status() == HttpStatus.BAD_REQUEST
        ? List.of(new InputFault("", type.code(), detail))
        : null;
    return of(type, detail, errors);
  }

  /** Everything that is wrong with what was sent. */
  public static Problem of(List<InputFault> faults) {
    boolean strayMember = faults.stream().anyMatch(fault -> fault.code().equals(ProblemType.UNKNOWN_FIELD.code()));
    ProblemType type = strayMember ? ProblemType.UNKNOWN_FIELD : ProblemType.VALIDATION_FAILED;
    return of(type, ProblemText.of(type).detail(), List.copyOf(faults));
  }

  /** What the domain found wrong with what was sent. */
  public static Problem invalid(List<Violation> faults) {
    return of(faults.stream().map(InputFault::of).toList());
  }

  public static Problem of(ProblemType type, String detail, @Nullable List<InputFault> errors) {
    return new Problem(type.path(), ProblemText.of(type).title(), type.status().getCode(), detail, type.code(), null,
        errors, null, null);
  }

  Problem of(RequestId request) {
    return new Problem(
        type, title, status, detail, code, request.value(), errors, address, campaignLeadId);
  }

  /** The same problem, naming the address that was seen, where one is known. */
  public Problem seenFrom(Optional<String> seen) {
    return new Problem(
        type, title, status, detail, code, requestId, errors, seen.orElse(null), campaignLeadId);
  }

  /** The same problem, naming the lead that it is about. */
  public Problem withLead(String id) {
    return new Problem(type, title, status, detail, code, requestId, errors, address, id);
  }

  /** The answer that says so. */
  public MutableHttpResponse<?> response() {
    return HttpResponse.status(HttpStatus.valueOf(status))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(this);
  }
}

package dev.latchkey.adapters.rest.kit.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * Reason for a failed request, as RFC 9457 defines it.
 *
 * @param requestId set when the response leaves the server
 * @param errors only for 400
 * @param address address of the client as the server sees it; only for an address that is not allowed
 * @param campaignLeadId the lead that exists already; only for a lead that exists
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @MayBePrinted("A code of an error.") String code,
    @Nullable String requestId,
    @Nullable List<InputFault> errors,
    @Nullable String address,
    @Nullable String campaignLeadId) {

  /** Returns a problem with the default text of its type. */
  public static Problem of(ProblemType type) {
    return of(type, type.meaning() + " " + type.remedy());
  }

  public static Problem of(ProblemType type, String detail) {
    List<InputFault> errors = type.status() == HttpStatus.BAD_REQUEST
        ? List.of(new InputFault("", type.code(), detail))
        : null;
    return of(type, detail, errors);
  }

  /** Returns a problem with all field errors of a request. */
  public static Problem of(List<InputFault> faults) {
    boolean strayMember = faults.stream().anyMatch(fault -> fault.code().equals(ProblemType.UNKNOWN_FIELD.code()));
    ProblemType type = strayMember ? ProblemType.UNKNOWN_FIELD : ProblemType.VALIDATION_FAILED;
    return of(type, type.meaning() + " " + type.remedy(), List.copyOf(faults));
  }

  public static Problem of(ProblemType type, String detail, @Nullable List<InputFault> errors) {
    return new Problem(type.path(), type.title(), type.status().getCode(), detail, type.code(), null,
        errors, null, null);
  }

  Problem of(RequestId request) {
    return new Problem(
        type, title, status, detail, code, request.value(), errors, address, campaignLeadId);
  }

  /** Returns the same problem with the client's address, if it is known. */
  public Problem seenFrom(Optional<String> seen) {
    return new Problem(
        type, title, status, detail, code, requestId, errors, seen.orElse(null), campaignLeadId);
  }

  /** Returns the same problem with the id of the lead that it is about. */
  public Problem withLead(String id) {
    return new Problem(type, title, status, detail, code, requestId, errors, address, id);
  }

  /** Returns the response with this problem. */
  public MutableHttpResponse<?> response() {
    return HttpResponse.status(HttpStatus.valueOf(status))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
        .body(this);
  }
}

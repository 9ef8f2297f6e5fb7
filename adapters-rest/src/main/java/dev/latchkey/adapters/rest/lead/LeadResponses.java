package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadUpdateResult;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Responses about one lead that both versions of the API have. */
final class LeadResponses {

  private LeadResponses() {}

  static HttpResponse<?> changed(Optional<LeadUpdateResult> result) {
    return result.<HttpResponse<?>>map(LeadResponses::changed).orElseGet(LeadResponses::unknown);
  }

  private static HttpResponse<?> changed(LeadUpdateResult result) {
    return switch (result) {
      case LeadUpdateResult.Revised _ -> Success.withMessage("Lead updated successfully").ok();
      case LeadUpdateResult.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  static HttpResponse<?> removed(Optional<Lead> lead) {
    return lead.isPresent() ? Success.withMessage("Lead removed successfully").ok() : unknown();
  }

  static HttpResponse<?> numberTaken(Lead lead) {
    return Problem.of(ProblemType.LEAD_EXISTS).withLead(PublicId.of(lead.id())).response();
  }

  static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.LEAD_NOT_FOUND).response();
  }
}

package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Endpoints for one lead that exists already. */
@Singleton
public final class LeadEndpoints {

  private final ForKeepingLeads leads;

  LeadEndpoints(ForKeepingLeads leads) {
    this.leads = leads;
  }

  /** Returns the response for the lead, or 404 if there is none with that id. */
  public HttpResponse<?> find(CampaignScope scope, LeadId id, Function<Lead, HttpResponse<?>> use) {
    return leads.find(scope, id).<HttpResponse<?>>map(use).orElseGet(LeadEndpoints::unknown);
  }

  public HttpResponse<?> change(CampaignScope scope, LeadUpdate alteration) {
    return leads.changeAll(scope, List.of(alteration))
        .getFirst()
        .<HttpResponse<?>>map(LeadEndpoints::toResponse)
        .orElseGet(LeadEndpoints::unknown);
  }

  public HttpResponse<?> remove(CampaignScope scope, LeadReference lead) {
    return leads.removeAll(scope, List.of(lead))
        .getFirst()
        .<HttpResponse<?>>map(_ -> Success.withMessage("Lead removed successfully").ok())
        .orElseGet(LeadEndpoints::unknown);
  }

  private static HttpResponse<?> toResponse(LeadUpdateResult revision) {
    return switch (revision) {
      case LeadUpdateResult.Revised _ -> Success.withMessage("Lead updated successfully").ok();
      case LeadUpdateResult.Unsound(List<Violation> faults) -> Problem.invalid(faults).response();
    };
  }

  private static HttpResponse<?> unknown() {
    return Problem.of(ProblemType.LEAD_NOT_FOUND).response();
  }
}

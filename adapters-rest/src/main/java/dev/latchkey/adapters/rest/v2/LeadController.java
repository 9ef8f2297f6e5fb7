package dev.latchkey.adapters.rest.v2;

import dev.latchkey.adapters.rest.answer.Listing;
import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.ProblemType;
import dev.latchkey.adapters.rest.answer.Refused;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.input.Query;
import dev.latchkey.adapters.rest.once.Once;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.adapters.rest.resource.AddedLeadJson;
import dev.latchkey.adapters.rest.resource.LeadDraft;
import dev.latchkey.adapters.rest.resource.LeadJson;
import dev.latchkey.adapters.rest.resource.PageInput;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.lead.Lead;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** A campaign's leads. */
@Controller("/api/v2/voice-campaigns/{campaign:[^/]+}/leads")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeadController {

  private final ForCheckingAccess access;
  private final ForKeepingLeads leads;
  private final Once once;

  LeadController(ForCheckingAccess access, ForKeepingLeads leads, Once once) {
    this.access = access;
    this.leads = leads;
    this.once = once;
  }

  @Post
  @Secured("leads:write")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (enter(caller, campaign, Permission.LEADS_WRITE)) {
      case Refusal refusal -> new Refused(refusal).response();
      case CampaignScope scope ->
        once.answer(
            request,
            json -> json.read(LeadDraft::read)
                .answer(draft -> told(leads.add(scope, draft.number(), draft.details()))));
    };
  }

  @Get
  @Secured("leads:read")
  HttpResponse<?> list(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (enter(caller, campaign, Permission.LEADS_READ)) {
      case Refusal refusal -> new Refused(refusal).response();
      case CampaignScope scope ->
        Query.of(request)
            .reading(query -> query.read(PageInput::read))
            .answer(page -> Listing.of(leads.list(scope, page).map(LeadJson::of)).ok());
    };
  }

  private CampaignEntry enter(Caller caller, String campaign, Permission permission) {
    CampaignId id = PublicId.campaign(campaign).orElse(CampaignId.NOBODYS);
    return access.enter(caller, id, permission, new TenantClaim.Unsaid());
  }

  private static HttpResponse<?> told(Adding outcome) {
    return switch (outcome) {
      case Adding.Added(Lead lead) -> success(lead).created();
      case Adding.AlreadyThere(Lead lead) -> success(lead).ok();
      case Adding.NumberTaken() -> Problem.of(ProblemType.LEAD_EXISTS).response();
    };
  }

  private static Success success(Lead lead) {
    return Success.said("Lead added to the campaign successfully", AddedLeadJson.of(lead));
  }
}

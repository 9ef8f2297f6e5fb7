package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.RefusalResponse;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignEntry;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.refusal.TenantClaim;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;

/** Endpoints of v1 for one lead of a campaign. The body is parsed first, as it names the tenant. */
@Controller("/v1/api/voice-campaigns/{campaign:[^/]+}")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class V1LeadController {

  private static final String BODY_DROPPED = "The DELETE request arrived without a body; a client or a proxy may have dropped"
      + " it. Send the same body with POST /v1/api/voice-campaigns/{campaign_id}/lead/remove.";

  private static final String ADDED = "Lead added to the campaign successfully";

  private final ForCheckingAccess access;
  private final ForKeepingLeads leads;
  private final Idempotency idempotency;

  V1LeadController(ForCheckingAccess access, ForKeepingLeads leads, Idempotency idempotency) {
    this.access = access;
    this.leads = leads;
    this.idempotency = idempotency;
  }

  @Post("/leads")
  @Secured("leads:write")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (JsonBody.of(request)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (enter(caller, campaign, ClaimedTenant.required(body))) {
        case Refusal refusal -> new RefusalResponse(refusal).response();
        case CampaignScope scope -> idempotency.answer(request, body, _ -> add(scope, body));
      };
    };
  }

  private HttpResponse<?> add(CampaignScope scope, JsonBody body) {
    return switch (body.read(LeadInput::readNew, LeadJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadDraft lead) -> toResponse(leads.add(scope, lead));
    };
  }

  @Patch("/lead/update")
  @Secured("leads:write")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (JsonBody.of(request)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (enter(caller, campaign, ClaimedTenant.optional(body))) {
        case Refusal refusal -> new RefusalResponse(refusal).response();
        case CampaignScope scope -> change(scope, body);
      };
    };
  }

  private HttpResponse<?> change(CampaignScope scope, JsonBody body) {
    return switch (body.read(LeadInput::readAlteration, LeadJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadUpdate update) ->
        LeadResponses.changed(leads.changeAll(scope, List.of(update)).getFirst());
    };
  }

  @Delete("/lead/remove")
  @Secured("leads:write")
  HttpResponse<?> remove(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (JsonBody.of(request, BODY_DROPPED)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (enter(caller, campaign, ClaimedTenant.optional(body))) {
        case Refusal refusal -> new RefusalResponse(refusal).response();
        case CampaignScope scope -> remove(scope, body);
      };
    };
  }

  /** Removes a lead, for clients and proxies that send no body with a DELETE. */
  @Post("/lead/remove")
  @Secured("leads:write")
  HttpResponse<?> removeByPost(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (JsonBody.of(request)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (enter(caller, campaign, ClaimedTenant.optional(body))) {
        case Refusal refusal -> new RefusalResponse(refusal).response();
        case CampaignScope scope -> idempotency.answer(request, body, _ -> remove(scope, body));
      };
    };
  }

  private HttpResponse<?> remove(CampaignScope scope, JsonBody body) {
    return switch (body.read(LeadInput::readReference, LeadJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadReference lead) ->
        LeadResponses.removed(leads.removeAll(scope, List.of(lead)).getFirst());
    };
  }

  private CampaignEntry enter(Caller caller, String campaign, TenantClaim claim) {
    return access.enter(caller, PublicId.campaignOrUnknown(campaign), claim);
  }

  private static HttpResponse<?> toResponse(Adding outcome) {
    return switch (outcome) {
      case Adding.Added _ -> Success.withMessage(ADDED).created();
      case Adding.AlreadyThere _ -> Success.withMessage(ADDED).ok();
      case Adding.NumberTaken(Lead lead) -> LeadResponses.numberTaken(lead);
    };
  }
}

package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.RefusalResponse;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
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
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
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
import java.util.function.Function;

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
  private final LeadEndpoints desk;
  private final Idempotency once;

  V1LeadController(ForCheckingAccess access, ForKeepingLeads leads, LeadEndpoints desk, Idempotency once) {
    this.access = access;
    this.leads = leads;
    this.desk = desk;
    this.once = once;
  }

  @Post("/leads")
  @Secured("leads:write")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return JsonBody.of(request)
        .answer(
            json -> switch (enter(caller, campaign, ClaimedTenant.required(json))) {
              case Refusal refusal -> new RefusalResponse(refusal).response();
              case CampaignScope scope -> once.answer(request, json, lead -> add(scope, lead));
            });
  }

  @Patch("/lead/update")
  @Secured("leads:write")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return JsonBody.of(request)
        .answer(
            json -> withCampaign(
                caller,
                campaign,
                json,
                scope -> json.read(LeadInput::readAlteration, LeadJson.NEW)
                    .answer(alteration -> desk.change(scope, alteration))));
  }

  @Delete("/lead/remove")
  @Secured("leads:write")
  HttpResponse<?> remove(Caller caller, String campaign, HttpRequest<?> request) {
    return JsonBody.of(request, BODY_DROPPED)
        .answer(json -> withCampaign(caller, campaign, json, scope -> remove(scope, json)));
  }

  /** Removes a lead, for clients and proxies that send no body with a DELETE. */
  @Post("/lead/remove")
  @Secured("leads:write")
  HttpResponse<?> removeByPost(Caller caller, String campaign, HttpRequest<?> request) {
    return JsonBody.of(request)
        .answer(
            json -> withCampaign(
                caller, campaign, json, scope -> once.answer(request, json, lead -> remove(scope, lead))));
  }

  private HttpResponse<?> remove(CampaignScope scope, JsonBody json) {
    return json.read(LeadInput::readReference, LeadJson.NEW).answer(lead -> desk.remove(scope, lead));
  }

  private HttpResponse<?> withCampaign(
      Caller caller, String campaign, JsonBody json, Function<CampaignScope, HttpResponse<?>> use) {
    return switch (enter(caller, campaign, ClaimedTenant.optional(json))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> use.apply(scope);
    };
  }

  private CampaignEntry enter(Caller caller, String campaign, TenantClaim claim) {
    CampaignId id = PublicId.campaign(campaign).orElse(CampaignId.UNKNOWN);
    return access.enter(caller, id, Permission.LEADS_WRITE, claim);
  }

  private HttpResponse<?> add(CampaignScope scope, JsonBody json) {
    return json.read(LeadInput::readNew, LeadJson.NEW).answer(lead -> toResponse(leads.add(scope, lead)));
  }

  private static HttpResponse<?> toResponse(Adding outcome) {
    return switch (outcome) {
      case Adding.Added _ -> Success.withMessage(ADDED).created();
      case Adding.AlreadyThere _ -> Success.withMessage(ADDED).ok();
      case Adding.NumberTaken(Lead lead) ->
        Problem.of(ProblemType.LEAD_EXISTS).withLead(PublicId.of(lead.id())).response();
    };
  }
}

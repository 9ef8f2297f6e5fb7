package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.CampaignGuard;
import dev.latchkey.adapters.rest.kit.answer.Results;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.input.Items;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.lead.LeadAdditionsJson.Result;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
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

/** Endpoints for many of a campaign's leads in one request. */
@Controller("/api/v2/voice-campaigns/{campaign:[^/]+}/leads")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Secured("leads:write")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BulkLeadController {

  private static final String BODY_DROPPED = "The DELETE request arrived without a body; a client or a proxy may have dropped"
      + " it. Send it on a way that keeps the body, or remove leads one by one with DELETE"
      + " /api/v2/voice-campaigns/{campaign_id}/leads/{campaign_lead_id}.";

  private final CampaignGuard door;
  private final ForKeepingLeads leads;
  private final Idempotency once;

  BulkLeadController(CampaignGuard door, ForKeepingLeads leads, Idempotency once) {
    this.door = door;
    this.leads = leads;
    this.once = once;
  }

  @Post("/bulk")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> once.answer(
            request, json -> json.readEach(LeadInput::readNew, _ -> LeadJson.NEW)
                .answer(items -> added(scope, items).accepted())));
  }

  @Patch("/update/bulk")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> JsonBody.of(request)
            .reading(json -> json.readEach(LeadInput::readBulkAlteration, _ -> LeadJson.NEW))
            .answer(items -> changed(scope, items).ok()));
  }

  @Delete("/remove/bulk")
  HttpResponse<?> remove(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> JsonBody.of(request, BODY_DROPPED)
            .reading(json -> json.readEach(LeadInput::readReference, _ -> LeadJson.NEW))
            .answer(items -> removed(scope, items).ok()));
  }

  private Success added(CampaignScope scope, Items<LeadDraft> items) {
    List<Result> results = items.settle(fit -> leads.addAll(scope, fit), Result::of, Result::of);
    return Success.withMessage(
        "Leads are queued to be added to the campaign", LeadAdditionsJson.of(results, items.unfit()));
  }

  private Results changed(CampaignScope scope, Items<LeadUpdate> items) {
    return Results.withMessage(
        "Bulk lead update completed",
        items.settle(fit -> leads.changeAll(scope, fit), LeadUpdateJson::of, LeadUpdateJson::of));
  }

  private Results removed(CampaignScope scope, Items<LeadReference> items) {
    return Results.withMessage(
        "Bulk lead removal completed",
        items.settle(fit -> leads.removeAll(scope, fit), LeadRemovalJson::of, LeadRemovalJson::of));
  }
}

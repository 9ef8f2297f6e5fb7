package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.RefusalResponse;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Results;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.Items;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.lead.LeadAdditionsJson.Result;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
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
import java.util.Optional;

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

  private final ForCheckingAccess access;
  private final ForKeepingLeads leads;
  private final Idempotency idempotency;

  BulkLeadController(ForCheckingAccess access, ForKeepingLeads leads, Idempotency idempotency) {
    this.access = access;
    this.leads = leads;
    this.idempotency = idempotency;
  }

  @Post("/bulk")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> idempotency.answer(request, body -> add(scope, body));
    };
  }

  private HttpResponse<?> add(CampaignScope scope, JsonBody body) {
    return switch (body.readEach(LeadInput::readNew, _ -> LeadJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(Items<LeadDraft> items) -> add(scope, items);
    };
  }

  private HttpResponse<?> add(CampaignScope scope, Items<LeadDraft> items) {
    List<LeadDraft> drafts = items.values();
    List<Adding> outcomes = drafts.isEmpty() ? List.of() : leads.addAll(scope, drafts);
    List<Result> results = items.results(outcomes, Result::of, Result::of);
    return Success.withMessage(
        "Leads are queued to be added to the campaign", LeadAdditionsJson.of(results, items.unfit())).accepted();
  }

  @Patch("/update/bulk")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> change(scope, request);
    };
  }

  private HttpResponse<?> change(CampaignScope scope, HttpRequest<?> request) {
    return switch (JsonBody.of(request)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (body.readEach(LeadInput::readBulkAlteration, _ -> LeadJson.NEW)) {
        case Input.Unusable(Problem problem) -> problem.response();
        case Input.Usable(Items<LeadUpdate> items) -> change(scope, items);
      };
    };
  }

  private HttpResponse<?> change(CampaignScope scope, Items<LeadUpdate> items) {
    List<LeadUpdate> updates = items.values();
    List<Optional<LeadUpdateResult>> outcomes = updates.isEmpty() ? List.of() : leads.changeAll(scope, updates);
    return Results.withMessage(
        "Bulk lead update completed", items.results(outcomes, LeadUpdateJson::of, LeadUpdateJson::of)).ok();
  }

  @Delete("/remove/bulk")
  HttpResponse<?> remove(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> remove(scope, request);
    };
  }

  private HttpResponse<?> remove(CampaignScope scope, HttpRequest<?> request) {
    return switch (JsonBody.of(request, BODY_DROPPED)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(JsonBody body) -> switch (body.readEach(LeadInput::readReference, _ -> LeadJson.NEW)) {
        case Input.Unusable(Problem problem) -> problem.response();
        case Input.Usable(Items<LeadReference> items) -> remove(scope, items);
      };
    };
  }

  private HttpResponse<?> remove(CampaignScope scope, Items<LeadReference> items) {
    List<LeadReference> references = items.values();
    List<Optional<Lead>> outcomes = references.isEmpty() ? List.of() : leads.removeAll(scope, references);
    return Results.withMessage(
        "Bulk lead removal completed", items.results(outcomes, LeadRemovalJson::of, LeadRemovalJson::of)).ok();
  }
}

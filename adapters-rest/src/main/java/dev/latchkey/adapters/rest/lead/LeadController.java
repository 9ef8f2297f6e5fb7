package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.RefusalResponse;
import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import dev.latchkey.domain.lead.LeadPatch;
import dev.latchkey.domain.lead.LeadReference;
import dev.latchkey.domain.lead.LeadUpdate;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;

/** Endpoints for a campaign's leads. */
@Controller("/api/v2/voice-campaigns/{campaign:[^/]+}/leads")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeadController {

  // A wrong method on the literal path of BulkLeadController gets 405, instead of a lookup of a lead.
  private static final String ONE = "/{lead:(?!bulk/?$)[^/]+}";

  private final ForCheckingAccess access;
  private final ForKeepingLeads leads;
  private final Idempotency idempotency;
  private final JsonMapper mapper;

  LeadController(ForCheckingAccess access, ForKeepingLeads leads, Idempotency idempotency, JsonMapper mapper) {
    this.access = access;
    this.leads = leads;
    this.idempotency = idempotency;
    this.mapper = mapper;
  }

  @Post
  @Secured("leads:write")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> idempotency.answer(request, body -> add(scope, body));
    };
  }

  private HttpResponse<?> add(CampaignScope scope, JsonBody body) {
    return switch (body.read(LeadInput::readNew, LeadJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadDraft lead) -> toResponse(leads.add(scope, lead));
    };
  }

  @Get
  @Secured("leads:read")
  @QueryNames({
      "phone_number", "email", "do_not_call", "created_since", "updated_since", "limit", "cursor"})
  HttpResponse<?> list(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> list(scope, request);
    };
  }

  private HttpResponse<?> list(CampaignScope scope, HttpRequest<?> request) {
    return switch (Query.read(request, LeadFilterInput::read)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadFilterInput.Asked asked) ->
        PageResponse.of(leads.list(scope, asked.filter(), asked.page()).map(LeadJson::of));
    };
  }

  @Get(ONE)
  @Secured("leads:read")
  HttpResponse<?> find(Caller caller, String campaign, String lead) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> toResponse(leads.find(scope, LeadInput.id(lead)));
    };
  }

  @Patch(ONE)
  @Secured("leads:write")
  HttpResponse<?> change(Caller caller, String campaign, String lead, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> change(scope, LeadInput.id(lead), request);
    };
  }

  private HttpResponse<?> change(CampaignScope scope, LeadId id, HttpRequest<?> request) {
    Optional<Lead> stored = leads.find(scope, id);
    if (stored.isEmpty()) {
      return LeadResponses.unknown();
    }
    ResourceMembers members = StoredMembers.of(mapper, LeadJson.of(stored.get()));
    return switch (JsonBody.read(request, LeadInput::readChange, members)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(LeadPatch patch) -> {
        LeadUpdate update = new LeadUpdate(new LeadReference.ById(id), patch);
        yield LeadResponses.changed(leads.changeAll(scope, List.of(update)).getFirst());
      }
    };
  }

  @Delete(ONE)
  @Secured("leads:write")
  HttpResponse<?> remove(Caller caller, String campaign, String lead) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> remove(scope, new LeadReference.ById(LeadInput.id(lead)));
    };
  }

  private HttpResponse<?> remove(CampaignScope scope, LeadReference lead) {
    return LeadResponses.removed(leads.removeAll(scope, List.of(lead)).getFirst());
  }

  private static HttpResponse<?> toResponse(Optional<Lead> lead) {
    return lead.isPresent() ? Success.of(LeadJson.of(lead.get())).ok() : LeadResponses.unknown();
  }

  private static HttpResponse<?> toResponse(Adding outcome) {
    return switch (outcome) {
      case Adding.Added(Lead lead) -> success(lead).created();
      case Adding.AlreadyThere(Lead lead) -> success(lead).ok();
      case Adding.NumberTaken(Lead lead) -> LeadResponses.numberTaken(lead);
    };
  }

  private static Success success(Lead lead) {
    return Success.withMessage("Lead added to the campaign successfully", AddedLeadJson.of(lead));
  }
}

package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.rest.access.CampaignGuard;
import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
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

/** Endpoints for a campaign's leads. */
@Controller("/api/v2/voice-campaigns/{campaign:[^/]+}/leads")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeadController {

  // A wrong method on the literal path of BulkLeadController gets 405, instead of a lookup of a lead.
  private static final String ONE = "/{lead:(?!bulk/?$)[^/]+}";

  private final CampaignGuard door;
  private final ForKeepingLeads leads;
  private final LeadEndpoints desk;
  private final Idempotency once;
  private final JsonMapper mapper;

  LeadController(CampaignGuard door, ForKeepingLeads leads, LeadEndpoints desk, Idempotency once, JsonMapper mapper) {
    this.door = door;
    this.leads = leads;
    this.desk = desk;
    this.once = once;
    this.mapper = mapper;
  }

  @Post
  @Secured("leads:write")
  HttpResponse<?> add(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> once.answer(
            request,
            json -> json.read(LeadInput::readNew, LeadJson.NEW).answer(lead -> toResponse(leads.add(scope, lead)))));
  }

  @Get
  @Secured("leads:read")
  @QueryNames({
      "phone_number", "email", "do_not_call", "created_since", "updated_since", "limit", "cursor"})
  HttpResponse<?> list(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_READ,
        scope -> Query.of(request)
            .reading(query -> query.read(LeadFilterInput::read))
            .answer(asked -> Listing.of(leads.list(scope, asked.filter(), asked.page()).map(LeadJson::of)).ok()));
  }

  @Get(ONE)
  @Secured("leads:read")
  HttpResponse<?> find(Caller caller, String campaign, String lead) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_READ,
        scope -> desk.find(scope, LeadInput.id(lead), found -> Success.of(LeadJson.of(found)).ok()));
  }

  @Patch(ONE)
  @Secured("leads:write")
  HttpResponse<?> change(Caller caller, String campaign, String lead, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> desk.find(scope, LeadInput.id(lead), stored -> change(scope, stored, request)));
  }

  private HttpResponse<?> change(CampaignScope scope, Lead stored, HttpRequest<?> request) {
    ResourceMembers members = ResourceMembers.stored(mapper, LeadJson.of(stored));
    return JsonBody.of(request)
        .reading(json -> json.read(LeadInput::readChange, members))
        .answer(change -> desk.change(scope, new LeadUpdate(new LeadReference.ById(stored.id()), change)));
  }

  @Delete(ONE)
  @Secured("leads:write")
  HttpResponse<?> remove(Caller caller, String campaign, String lead) {
    return door.enter(
        caller,
        campaign,
        Permission.LEADS_WRITE,
        scope -> desk.remove(scope, new LeadReference.ById(LeadInput.id(lead))));
  }

  private static HttpResponse<?> toResponse(Adding outcome) {
    return switch (outcome) {
      case Adding.Added(Lead lead) -> success(lead).created();
      case Adding.AlreadyThere(Lead lead) -> success(lead).ok();
      case Adding.NumberTaken(Lead lead) ->
        Problem.of(ProblemType.LEAD_EXISTS).withLead(PublicId.of(lead.id())).response();
    };
  }

  private static Success success(Lead lead) {
    return Success.withMessage("Lead added to the campaign successfully", AddedLeadJson.of(lead));
  }
}

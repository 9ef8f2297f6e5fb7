package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.adapters.rest.access.RefusalResponse;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.field.PageResponse;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingCampaigns.Changing;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignChange;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;

/** A tenant's voice campaigns. */
@Controller("/api/v2/voice-campaigns")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CampaignController {

  private final ForCheckingAccess access;
  private final ForManagingCampaigns campaigns;
  private final Idempotency idempotency;
  private final JsonMapper mapper;

  CampaignController(
      ForCheckingAccess access, ForManagingCampaigns campaigns, Idempotency idempotency, JsonMapper mapper) {
    this.access = access;
    this.campaigns = campaigns;
    this.idempotency = idempotency;
    this.mapper = mapper;
  }

  @Post
  @Secured("campaigns:write")
  HttpResponse<?> create(Caller caller, HttpRequest<?> request) {
    return idempotency.answer(request, body -> create(caller.enter(), body));
  }

  private HttpResponse<?> create(TenantScope scope, JsonBody body) {
    return switch (body.read(CampaignInput::readPlan, CampaignDetailsJson.NEW)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(CampaignPlan plan) -> toResponse(campaigns.create(scope, plan));
    };
  }

  @Get
  @Secured("campaigns:read")
  @QueryNames({"limit", "cursor"})
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return switch (Query.read(request, PageInput::read)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(PageRequest page) -> PageResponse.of(campaigns.list(caller, page).map(CampaignJson::of));
    };
  }

  @Get("/{campaign:[^/]+}")
  @Secured("campaigns:read")
  HttpResponse<?> find(Caller caller, String campaign) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> Success.of(CampaignDetailsJson.of(scope.campaign())).ok();
    };
  }

  @Patch("/{campaign:[^/]+}")
  @Secured("campaigns:write")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return switch (access.enter(caller, PublicId.campaignOrUnknown(campaign))) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> change(scope, request);
    };
  }

  private HttpResponse<?> change(CampaignScope scope, HttpRequest<?> request) {
    CampaignPlan current = scope.campaign().plan();
    ResourceMembers stored = CampaignDetailsJson.stored(mapper, scope.campaign());
    return switch (JsonBody.read(request, change -> CampaignInput.readChange(change, current), stored)) {
      case Input.Unusable(Problem problem) -> problem.response();
      case Input.Usable(CampaignChange change) -> toResponse(campaigns.change(scope, change));
    };
  }

  private static HttpResponse<?> toResponse(Creating outcome) {
    return switch (outcome) {
      case Creating.Created(Campaign campaign) ->
        Success.withMessage("Campaign created successfully", CampaignJson.of(campaign)).created();
      case Creating.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }

  private static HttpResponse<?> toResponse(Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(Campaign campaign) ->
        Success.withMessage("Campaign updated successfully", CampaignJson.of(campaign)).ok();
      case Changing.Unsound(List<Violation> faults) -> Violations.problem(faults).response();
    };
  }
}

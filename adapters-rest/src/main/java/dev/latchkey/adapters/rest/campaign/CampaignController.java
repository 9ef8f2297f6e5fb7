package dev.latchkey.adapters.rest.campaign;

import dev.latchkey.adapters.rest.access.CampaignGuard;
import dev.latchkey.adapters.rest.access.OwnTenant;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.adapters.rest.kit.idempotency.Idempotency;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.QueryNames;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingCampaigns.Changing;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
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

  private final CampaignGuard door;
  private final ForManagingCampaigns campaigns;
  private final Idempotency once;
  private final JsonMapper mapper;

  CampaignController(CampaignGuard door, ForManagingCampaigns campaigns, Idempotency once, JsonMapper mapper) {
    this.door = door;
    this.campaigns = campaigns;
    this.once = once;
    this.mapper = mapper;
  }

  @Post
  @Secured("campaigns:write")
  HttpResponse<?> create(Caller caller, HttpRequest<?> request) {
    return new OwnTenant(caller).enter(
        Permission.CAMPAIGNS_WRITE,
        scope -> once.answer(
            request,
            json -> json.read(CampaignInput::readPlan, CampaignDetailsJson.NEW)
                .answer(plan -> toResponse(campaigns.create(scope, plan)))));
  }

  @Get
  @Secured("campaigns:read")
  @QueryNames({"limit", "cursor"})
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return Query.of(request)
        .reading(query -> query.read(PageInput::read))
        .answer(page -> Listing.of(campaigns.list(caller, page).map(CampaignJson::of)).ok());
  }

  @Get("/{campaign:[^/]+}")
  @Secured("campaigns:read")
  HttpResponse<?> find(Caller caller, String campaign) {
    return door.enter(
        caller,
        campaign,
        Permission.CAMPAIGNS_READ,
        scope -> Success.of(CampaignDetailsJson.of(scope.campaign())).ok());
  }

  @Patch("/{campaign:[^/]+}")
  @Secured("campaigns:write")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return door.enter(
        caller,
        campaign,
        Permission.CAMPAIGNS_WRITE,
        scope -> JsonBody.of(request)
            .reading(
                json -> json.read(
                    change -> CampaignInput.readChange(change, scope.campaign().plan()),
                    CampaignDetailsJson.stored(mapper, scope.campaign())))
            .answer(change -> toResponse(campaigns.change(scope, change))));
  }

  private static HttpResponse<?> toResponse(Creating outcome) {
    return switch (outcome) {
      case Creating.Created(Campaign campaign) ->
        Success.withMessage("Campaign created successfully", CampaignJson.of(campaign)).created();
      case Creating.Unsound(List<Violation> faults) -> Problem.invalid(faults).response();
    };
  }

  private static HttpResponse<?> toResponse(Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(Campaign campaign) ->
        Success.withMessage("Campaign updated successfully", CampaignJson.of(campaign)).ok();
      case Changing.Unsound(List<Violation> faults) -> Problem.invalid(faults).response();
    };
  }
}

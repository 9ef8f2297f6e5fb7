package dev.latchkey.adapters.rest.v2;

import dev.latchkey.adapters.rest.answer.Listing;
import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.Refused;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.input.JsonBody;
import dev.latchkey.adapters.rest.input.Query;
import dev.latchkey.adapters.rest.once.Once;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.adapters.rest.resource.CampaignDetailsJson;
import dev.latchkey.adapters.rest.resource.CampaignInput;
import dev.latchkey.adapters.rest.resource.CampaignJson;
import dev.latchkey.adapters.rest.resource.PageInput;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingCampaigns.Changing;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating;
import dev.latchkey.domain.Fault;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.function.Function;

/** A tenant's voice campaigns. */
@Controller("/api/v2/voice-campaigns")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CampaignController {

  private final ForCheckingAccess access;
  private final ForManagingCampaigns campaigns;
  private final Once once;

  CampaignController(ForCheckingAccess access, ForManagingCampaigns campaigns, Once once) {
    this.access = access;
    this.campaigns = campaigns;
    this.once = once;
  }

  @Post
  @Secured("campaigns:write")
  HttpResponse<?> create(Caller caller, HttpRequest<?> request) {
    return new OwnTenant(caller).enter(
        Permission.CAMPAIGNS_WRITE,
        scope -> once.answer(
            request,
            json -> json.read(CampaignInput::readPlan).answer(plan -> told(campaigns.create(scope, plan)))));
  }

  @Get
  @Secured("campaigns:read")
  HttpResponse<?> list(Caller caller, HttpRequest<?> request) {
    return Query.of(request)
        .reading(query -> query.read(PageInput::read))
        .answer(page -> Listing.of(campaigns.list(caller, page).map(CampaignJson::of)).ok());
  }

  @Get("/{campaign:[^/]+}")
  @Secured("campaigns:read")
  HttpResponse<?> find(Caller caller, String campaign) {
    return enter(
        caller,
        campaign,
        Permission.CAMPAIGNS_READ,
        scope -> Success.of(CampaignDetailsJson.of(scope.campaign())).ok());
  }

  @Patch("/{campaign:[^/]+}")
  @Secured("campaigns:write")
  HttpResponse<?> change(Caller caller, String campaign, HttpRequest<?> request) {
    return enter(
        caller,
        campaign,
        Permission.CAMPAIGNS_WRITE,
        scope -> JsonBody.of(request)
            .reading(json -> json.read(change -> CampaignInput.readChange(change, scope.campaign().plan())))
            .answer(change -> told(campaigns.change(scope, change))));
  }

  private HttpResponse<?> enter(
      Caller caller, String campaign, Permission permission, Function<CampaignScope, HttpResponse<?>> use) {
    CampaignId id = PublicId.campaign(campaign).orElse(CampaignId.NOBODYS);
    return switch (access.enter(caller, id, permission, new TenantClaim.Unsaid())) {
      case Refusal refusal -> new Refused(refusal).response();
      case CampaignScope scope -> use.apply(scope);
    };
  }

  private static HttpResponse<?> told(Creating outcome) {
    return switch (outcome) {
      case Creating.Created(Campaign campaign) ->
        Success.said("Campaign created successfully", CampaignJson.of(campaign)).created();
      case Creating.Unsound(List<Fault> faults) -> Problem.unsound(faults).response();
    };
  }

  private static HttpResponse<?> told(Changing outcome) {
    return switch (outcome) {
      case Changing.Changed(Campaign campaign) ->
        Success.said("Campaign updated successfully", CampaignJson.of(campaign)).ok();
      case Changing.Unsound(List<Fault> faults) -> Problem.unsound(faults).response();
    };
  }
}

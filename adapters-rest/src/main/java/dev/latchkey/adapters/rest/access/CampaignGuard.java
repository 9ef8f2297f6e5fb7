package dev.latchkey.adapters.rest.access;

import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantClaim;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Guard of a campaign: decides whether a key may enter it. */
@Singleton
public final class CampaignGuard {

  private final ForCheckingAccess access;

  CampaignGuard(ForCheckingAccess access) {
    this.access = access;
  }

  public HttpResponse<?> enter(
      Caller caller, String campaign, Permission permission, Function<CampaignScope, HttpResponse<?>> use) {
    CampaignId id = PublicId.campaign(campaign).orElse(CampaignId.UNKNOWN);
    return switch (access.enter(caller, id, permission, new TenantClaim.Absent())) {
      case Refusal refusal -> new RefusalResponse(refusal).response();
      case CampaignScope scope -> use.apply(scope);
    };
  }
}

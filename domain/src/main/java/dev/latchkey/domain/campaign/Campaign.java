package dev.latchkey.domain.campaign;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;

/**
 * A voice campaign of one tenant.
 *
 * @param version the number of changes, from 1; a change is stored only if this is still the stored version
 */
public record Campaign(
    CampaignId id,
    TenantId tenant,
    CampaignPlan plan,
    CampaignStatus status,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Campaign {
    if (!plan.faults().isEmpty()) {
      throw new IllegalArgumentException("Only a sound plan becomes a campaign: " + plan.faults());
    }
  }

  public static Campaign drafted(CampaignId id, TenantId tenant, CampaignPlan plan, Instant at) {
    return new Campaign(id, tenant, plan, CampaignStatus.DRAFT, at, at, 1);
  }

  /**
   * Returns the campaign after a change at that moment.
   *
   * @throws IllegalArgumentException if the plan is unsound
   */
  public Campaign changed(CampaignPlan newPlan, Instant at) {
    return new Campaign(id, tenant, newPlan, status, createdAt, at, version + 1);
  }
}

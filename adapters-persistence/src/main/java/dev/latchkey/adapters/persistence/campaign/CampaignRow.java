package dev.latchkey.adapters.persistence.campaign;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignStatus;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/**
 * A campaign as a row.
 *
 * @param plan the remaining plan: see {@link PlanDocument}
 */
@MappedEntity("campaign")
record CampaignRow(
    @Id long id,
    long tenantId,
    String name,
    CampaignType type,
    CampaignStatus status,
    String plan,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant createdAt,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant updatedAt,
    long version) {

  static CampaignRow from(Campaign campaign) {
    return new CampaignRow(
        campaign.id().value(),
        campaign.tenant().value(),
        campaign.plan().name().value(),
        campaign.plan().type(),
        campaign.status(),
        PlanDocument.from(campaign.plan()).toJson(),
        campaign.createdAt(),
        campaign.updatedAt(),
        campaign.version());
  }

  Campaign toCampaign() {
    return new Campaign(
        new CampaignId(id),
        new TenantId(tenantId),
        PlanDocument.fromJson(plan).toPlan(new Name(name), type),
        status,
        createdAt,
        updatedAt,
        version);
  }
}

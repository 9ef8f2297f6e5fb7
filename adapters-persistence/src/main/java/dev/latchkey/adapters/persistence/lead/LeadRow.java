package dev.latchkey.adapters.persistence.lead;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a row.
 *
 * @param details all data of the lead except for the number: see {@link LeadDocument}
 * @param email the searchable form of the address; null where there is none
 */
@MappedEntity("campaign_lead")
record LeadRow(
    @Id long id,
    long campaignId,
    String phoneNumber,
    String details,
    boolean doNotCall,
    boolean answered,
    @Nullable String email,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant createdAt,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant updatedAt) {

  static LeadRow from(Lead lead) {
    return new LeadRow(
        lead.id().value(),
        lead.campaign().value(),
        lead.phoneNumber().value(),
        LeadDocument.from(lead.details()).toJson(),
        lead.doNotCall(),
        lead.answered(),
        lead.details().searchedEmail().orElse(null),
        lead.createdAt(),
        lead.updatedAt());
  }

  Lead toLead() {
    return new Lead(
        new LeadId(id),
        new CampaignId(campaignId),
        new PhoneNumber(phoneNumber),
        LeadDocument.fromJson(details).toDetails(),
        doNotCall,
        answered,
        createdAt,
        updatedAt);
  }

  @Override
  public String toString() {
    return "LeadRow[" + id + "]";
  }
}

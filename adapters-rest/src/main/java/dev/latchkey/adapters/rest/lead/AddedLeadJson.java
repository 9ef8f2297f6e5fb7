package dev.latchkey.adapters.rest.lead;

import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A lead that was added. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
record AddedLeadJson(String campaignLeadId) {

  static AddedLeadJson of(Lead lead) {
    return new AddedLeadJson(PublicId.of(lead.id()));
  }
}

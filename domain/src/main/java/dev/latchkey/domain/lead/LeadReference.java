package dev.latchkey.domain.lead;

import dev.latchkey.domain.id.LeadId;

/** A reference to one of a campaign's leads. */
public sealed interface LeadReference {

  record ById(LeadId id) implements LeadReference {}

  record ByNumber(PhoneNumber number) implements LeadReference {}

  /** Whether this refers to the lead, which has to belong to the campaign in question. */
  default boolean means(Lead lead) {
    return switch (this) {
      case ById(LeadId id) -> lead.id().equals(id);
      case ByNumber(PhoneNumber number) -> lead.phoneNumber().equals(number);
    };
  }
}

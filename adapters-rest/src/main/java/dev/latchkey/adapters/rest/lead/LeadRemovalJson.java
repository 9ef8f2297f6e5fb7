package dev.latchkey.adapters.rest.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.input.Items.Fit;
import dev.latchkey.adapters.rest.kit.input.Items.Item;
import dev.latchkey.adapters.rest.kit.input.Items.Unfit;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadReference;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Result of one removal among many, with the identifier that was sent: the id if both were sent, none if neither was a
 * text.
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadRemovalJson(
    int index, @Nullable String campaignLeadId, @Nullable String phoneNumber, boolean success, String message) {

  static LeadRemovalJson of(Fit<LeadReference> item, Optional<Lead> removed) {
    return removed.isPresent()
        ? of(item, true, "Lead removed successfully")
        : of(item, false, "Lead not found with the given phone number or campaign lead id");
  }

  static LeadRemovalJson of(Unfit<LeadReference> item) {
    return of(item, false, InputFault.inWords(item.faults()));
  }

  private static LeadRemovalJson of(Item<LeadReference> item, boolean success, String message) {
    Optional<String> id = item.text(LeadInput.CAMPAIGN_LEAD_ID);
    return new LeadRemovalJson(
        item.index(),
        id.orElse(null),
        id.isPresent() ? null : item.text(LeadInput.PHONE_NUMBER).orElse(null),
        success,
        message);
  }
}

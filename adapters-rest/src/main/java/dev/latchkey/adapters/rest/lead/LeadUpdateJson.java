package dev.latchkey.adapters.rest.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.input.Items.Fit;
import dev.latchkey.adapters.rest.kit.input.Items.Item;
import dev.latchkey.adapters.rest.kit.input.Items.Unfit;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.lead.LeadUpdate;
import dev.latchkey.domain.lead.LeadUpdateResult;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Result of one update among many.
 *
 * @param phoneNumber as it was sent; null if it was not a text
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record LeadUpdateJson(int index, @Nullable String phoneNumber, boolean success, String message) {

  static LeadUpdateJson of(Fit<LeadUpdate> item, Optional<LeadUpdateResult> outcome) {
    return outcome.map(revision -> of(item, revision)).orElseGet(() -> failed(item, "Lead not found"));
  }

  static LeadUpdateJson of(Unfit<LeadUpdate> item) {
    return failed(item, InputFault.inWords(item.faults()));
  }

  private static LeadUpdateJson of(Fit<LeadUpdate> item, LeadUpdateResult revision) {
    return switch (revision) {
      case LeadUpdateResult.Revised _ ->
        new LeadUpdateJson(item.index(), number(item), true, "Lead updated successfully");
      case LeadUpdateResult.Unsound(List<Violation> faults) ->
        failed(item, InputFault.inWords(Violations.faults(faults)));
    };
  }

  private static LeadUpdateJson failed(Item<LeadUpdate> item, String message) {
    return new LeadUpdateJson(item.index(), number(item), false, message);
  }

  private static @Nullable String number(Item<LeadUpdate> item) {
    return item.text(LeadInput.PHONE_NUMBER).orElse(null);
  }
}

package dev.latchkey.adapters.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.answer.InputFault;
import dev.latchkey.adapters.rest.input.Items.Fit;
import dev.latchkey.adapters.rest.input.Items.Item;
import dev.latchkey.adapters.rest.input.Items.Unfit;
import dev.latchkey.domain.Fault;
import dev.latchkey.domain.lead.LeadAlteration;
import dev.latchkey.domain.lead.LeadRevision;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one update among many.
 *
 * @param phoneNumber what was sent as such; null where that was no text
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LeadUpdateJson(int index, @Nullable String phoneNumber, boolean success, String message) {

  public static LeadUpdateJson of(Fit<LeadAlteration> item, Optional<LeadRevision> outcome) {
    return outcome.map(revision -> of(item, revision)).orElseGet(() -> failed(item, "Lead not found"));
  }

  public static LeadUpdateJson of(Unfit<LeadAlteration> item) {
    return failed(item, InputFault.inWords(item.faults()));
  }

  private static LeadUpdateJson of(Fit<LeadAlteration> item, LeadRevision revision) {
    return switch (revision) {
      case LeadRevision.Revised _ -> new LeadUpdateJson(item.index(), number(item), true, "Lead updated successfully");
      case LeadRevision.Unsound(List<Fault> faults) ->
        failed(item, InputFault.inWords(faults.stream().map(InputFault::of).toList()));
    };
  }

  private static LeadUpdateJson failed(Item<LeadAlteration> item, String message) {
    return new LeadUpdateJson(item.index(), number(item), false, message);
  }

  private static @Nullable String number(Item<LeadAlteration> item) {
    return item.text(LeadInput.PHONE_NUMBER).orElse(null);
  }
}

package dev.latchkey.adapters.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.answer.InputFault;
import dev.latchkey.adapters.rest.input.Items.Unfit;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.application.port.in.ForKeepingLeads.NewLead;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What became of many leads that were to be added.
 *
 * @param duplicates how many had a number that the campaign has already, or one that another had before them
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LeadAdditionsJson(long accepted, long duplicates, List<Rejected> rejected) {

  /** One that is no lead. */
  @Serdeable.Serializable
  public record Rejected(int index, String code, String message) {

    static Rejected of(Unfit<NewLead> item) {
      return new Rejected(item.index(), item.faults().getFirst().code(), InputFault.inWords(item.faults()));
    }
  }

  public static LeadAdditionsJson of(List<Adding> outcomes, List<Unfit<NewLead>> unfit) {
    long accepted = outcomes.stream().filter(LeadAdditionsJson::isAccepted).count();
    return new LeadAdditionsJson(accepted, outcomes.size() - accepted, unfit.stream().map(Rejected::of).toList());
  }

  private static boolean isAccepted(Adding outcome) {
    return switch (outcome) {
      case Adding.Added _ -> true;
      case Adding.AlreadyThere _ -> false;
      case Adding.NumberTaken() -> false;
    };
  }
}

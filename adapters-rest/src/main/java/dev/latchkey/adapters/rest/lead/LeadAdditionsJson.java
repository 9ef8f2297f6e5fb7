package dev.latchkey.adapters.rest.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.input.Items.Fit;
import dev.latchkey.adapters.rest.kit.input.Items.Unfit;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of many leads that were to be added.
 *
 * @param accepted how many were added
 * @param duplicates how many had a number that the campaign has already, or one that another had before them
 * @param rejected those that are no leads
 * @param results all of them in their order
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LeadAdditionsJson(long accepted, long duplicates, List<Rejected> rejected, List<Result> results) {

  private static final String ADDED = "added";
  private static final String EQUAL = "equal";
  private static final String CONFLICT = "conflict";
  private static final String REJECTED = "rejected";

  /** One that is no lead. */
  @Serdeable.Serializable
  public record Rejected(int index, String code, String message) {

    static Rejected of(Unfit<LeadDraft> item) {
      return new Rejected(item.index(), item.faults().getFirst().code(), InputFault.inWords(item.faults()));
    }
  }

  /**
   * How one of them ended.
   *
   * @param outcome added, equal, conflict or rejected
   * @param campaignLeadId the lead with its number, stored now or before; null where it was rejected
   */
  @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Result(int index, String outcome, @Nullable String campaignLeadId) {

    public static Result of(Fit<LeadDraft> item, Adding outcome) {
      return switch (outcome) {
        case Adding.Added(Lead lead) -> new Result(item.index(), ADDED, PublicId.of(lead.id()));
        case Adding.AlreadyThere(Lead lead) -> new Result(item.index(), EQUAL, PublicId.of(lead.id()));
        case Adding.NumberTaken(Lead lead) -> new Result(item.index(), CONFLICT, PublicId.of(lead.id()));
      };
    }

    public static Result of(Unfit<LeadDraft> item) {
      return new Result(item.index(), REJECTED, null);
    }
  }

  /** All of them, with those that are no leads. */
  public static LeadAdditionsJson of(List<Result> results, List<Unfit<LeadDraft>> unfit) {
    long added = results.stream().filter(result -> result.outcome().equals(ADDED)).count();
    return new LeadAdditionsJson(
        added,
        results.size() - unfit.size() - added,
        unfit.stream().map(Rejected::of).toList(),
        results);
  }
}

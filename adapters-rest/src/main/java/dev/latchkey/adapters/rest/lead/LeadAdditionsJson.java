package dev.latchkey.adapters.rest.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.input.Items.Fit;
import dev.latchkey.adapters.rest.kit.input.Items.Unfit;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of adding many leads.
 *
 * @param accepted number of added leads
 * @param duplicates number of leads with a number that the campaign, or an earlier item, already has
 * @param rejected invalid items
 * @param results results of all items in their order
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record LeadAdditionsJson(long accepted, long duplicates, List<Rejected> rejected, List<Result> results) {

  private static final String ADDED = "added";
  private static final String EQUAL = "equal";
  private static final String CONFLICT = "conflict";
  private static final String REJECTED = "rejected";

  /** An invalid item. */
  @Serdeable.Serializable
  record Rejected(int index, @MayBePrinted("A code of an error.") String code, String message) {

    static Rejected of(Unfit<LeadDraft> item) {
      return new Rejected(item.index(), item.faults().getFirst().code(), InputFault.inWords(item.faults()));
    }
  }

  /**
   * Result of one item.
   *
   * @param outcome added, equal, conflict or rejected
   * @param campaignLeadId the lead with its number, stored now or before; null if it was rejected
   */
  @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(int index, String outcome, @Nullable String campaignLeadId) {

    static Result of(Fit<LeadDraft> item, Adding outcome) {
      return switch (outcome) {
        case Adding.Added(Lead lead) -> new Result(item.index(), ADDED, PublicId.of(lead.id()));
        case Adding.AlreadyThere(Lead lead) -> new Result(item.index(), EQUAL, PublicId.of(lead.id()));
        case Adding.NumberTaken(Lead lead) -> new Result(item.index(), CONFLICT, PublicId.of(lead.id()));
      };
    }

    static Result of(Unfit<LeadDraft> item) {
      return new Result(item.index(), REJECTED, null);
    }
  }

  /** Returns the result of all items, including invalid ones. */
  static LeadAdditionsJson of(List<Result> results, List<Unfit<LeadDraft>> unfit) {
    long added = results.stream().filter(result -> result.outcome().equals(ADDED)).count();
    return new LeadAdditionsJson(
        added,
        results.size() - unfit.size() - added,
        unfit.stream().map(Rejected::of).toList(),
        results);
  }
}

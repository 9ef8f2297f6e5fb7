package dev.latchkey.domain.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The filter of a list of leads. A lead has to match every part that is given. Times have microsecond precision.
 *
 * @param email compared ignoring case
 * @param createdSince leads that were added at this moment or later
 * @param updatedSince leads that were added or last changed at this moment or later
 */
public record LeadFilter(
    Optional<PhoneNumber> number,
    Optional<String> email,
    Optional<Boolean> doNotCall,
    Optional<Instant> createdSince,
    Optional<Instant> updatedSince) {

  /** All leads. */
  public static final LeadFilter ALL = new LeadFilter(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public LeadFilter {
    email = email.map(LeadDetails::searched);
    createdSince = createdSince.map(since -> since.truncatedTo(ChronoUnit.MICROS));
    updatedSince = updatedSince.map(since -> since.truncatedTo(ChronoUnit.MICROS));
  }

  /** Whether a lead matches the filter. */
  public boolean admits(Lead lead) {
    return number.filter(asked -> !asked.equals(lead.phoneNumber())).isEmpty()
        && (email.isEmpty() || email.equals(lead.details().searchedEmail()))
        && doNotCall.filter(asked -> asked != lead.doNotCall()).isEmpty()
        && createdSince.filter(lead.createdAt()::isBefore).isEmpty()
        && updatedSince.filter(lead.updatedAt()::isBefore).isEmpty();
  }
}

package dev.latchkey.domain.lead;

import java.util.Optional;

/** The numbering plans of all countries. They change, so they are injected. */
@FunctionalInterface
public interface NumberingPlans {

  /**
   * Checks a number against the plan of its country.
   *
   * @param number a plus sign and 7 to 15 digits
   * @return empty if the number is valid under the plan
   */
  Optional<PhoneFault> check(String number);
}

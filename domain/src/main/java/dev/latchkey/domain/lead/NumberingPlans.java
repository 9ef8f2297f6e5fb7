package dev.latchkey.domain.lead;

import java.util.Optional;

/**
 * The numbering plans of the world. They are data that change, so they are handed in.
 */
@FunctionalInterface
public interface NumberingPlans {

  /**
   * Checks a number against the plan of its country.
   *
   * @param number a plus sign and 7 to 15 digits
   * @return empty where the plan has nothing against it
   */
  Optional<PhoneFault> check(String number);
}

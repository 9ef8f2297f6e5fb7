package dev.latchkey.bootstrap;

/** What is said of peppers at the start. */
final class PepperTexts {

  static final String ADOPTED = "{} keys were sealed under the pepper {} before the database kept check values, so whether"
      + " this is the pepper that sealed them cannot be verified. Try one of these keys: if it is refused with key_invalid,"
      + " stop the server, DELETE FROM pepper_check WHERE version = '{}', and start it with the right pepper.";

  static final String MISSING = "{} keys are sealed under the pepper {}, which is not in LATCHKEY_PEPPERS: they are refused."
      + " Add it behind the current one, or have their holders replaced by new keys.";

  private PepperTexts() {}

  static String different(String version, long keys) {
    return different(version) + " " + keys + " keys are sealed under the known one and would all be refused.";
  }

  static String different(String version) {
    return "LATCHKEY_PEPPERS: the pepper of version " + version
        + " is not the one that this database knows under that version."
        + " Set the pepper that the other servers have, or give a new pepper a version of its own and put it first.";
  }
}

package dev.latchkey.domain.access;

import dev.latchkey.domain.key.CredentialFault;

/** Texts for faults of credentials, by the kind of credential and where it is sent. */
public enum CredentialWords {
  /** An API key in the {@code Authorization} header. */
  KEY_IN_HEADER("key", "Send exactly one header: Authorization: Bearer KEY, with the whole key and no other space."),
  /** The operator token in the {@code Authorization} header. */
  TOKEN_IN_HEADER(
      "operator token",
      "Send exactly one header: Authorization: Bearer TOKEN, with the whole operator token and no other space."),
  /** An API key in the member {@code key} of a body. */
  KEY_IN_BODY("key", "Send the whole key alone in the member key.");

  private static final int LONGEST_IN_BODY = PresentedCredentials.LONGEST - "Bearer ".length();

  private final String noun;
  private final String remedy;

  CredentialWords(String noun, String remedy) {
    this.noun = noun;
    this.remedy = remedy;
  }

  /** Returns the message for missing credentials. */
  String missing() {
    return this == KEY_IN_BODY ? "The member key is missing." : "The request has no Authorization header.";
  }

  /** Returns the remedy for missing credentials. */
  String remedy() {
    return remedy;
  }

  /** Returns the remedy for a fault. */
  String remedy(CredentialFault fault) {
    return fault == CredentialFault.MASKED && this != TOKEN_IN_HEADER
        ? "Send the whole key, which is shown once, when it is generated. If it is lost, rotate the key."
        : remedy;
  }

  /** Returns the message for a fault. */
  String fault(CredentialFault fault) {
    return this == KEY_IN_BODY ? inBody(fault) : inHeader(fault);
  }

  private String inBody(CredentialFault fault) {
    return switch (fault) {
      case NO_TOKEN -> "The member key is empty.";
      case BEARER_TWICE -> "The member key begins with the word Bearer.";
      case EXTRA_SPACE -> "The member key begins with a space.";
      case TOO_LONG -> "The member key has more than " + LONGEST_IN_BODY + " characters.";
      default -> inHeader(fault);
    };
  }

  private String inHeader(CredentialFault fault) {
    return switch (fault) {
      case EMPTY -> "The Authorization header is empty.";
      case NO_SCHEME -> "The Authorization header does not start with \"Bearer \".";
      case SCHEME -> "The Authorization header has another scheme than Bearer.";
      case NAME_REPEATED -> "The value of the Authorization header begins with the name of the header again.";
      case COLON -> "A colon or an equals sign follows the word Bearer.";
      case NO_SPACE -> "There is no space between the word Bearer and the " + noun + ".";
      case NO_TOKEN -> "The Authorization header has nothing after \"Bearer\".";
      case BEARER_TWICE -> "The word Bearer is there twice: the " + noun + " itself begins with it.";
      case EXTRA_SPACE -> "There is more than one space between the word Bearer and the " + noun + ".";
      case INNER_SPACE -> "The " + noun + " contains a space, or a space follows it.";
      case TAB -> "There is a tab before, in or after the " + noun + ".";
      case LINE_BREAK -> "There is a line break in or after the " + noun + ".";
      case COMMA -> "There is a comma before, in or after the " + noun + ".";
      case SEMICOLON -> "There is a semicolon before, in or after the " + noun + ".";
      case SEVERAL -> "The request has more than one Authorization header.";
      case TOO_LONG -> "The Authorization header is longer than " + PresentedCredentials.LONGEST + " characters.";
      case MASKED -> "This is a masked " + noun + ", as lists show it. Most of the secret is missing.";
      case INVISIBLE ->
        "The " + noun + " contains an invisible character, such as a byte order mark or a zero-width space.";
      case QUOTED -> "The " + noun + " is enclosed in quotation marks.";
      case BRACKETED -> "The " + noun + " is enclosed in brackets.";
      case PERCENT_ENCODED -> "The " + noun + " contains a percent-encoded character, such as %0A.";
      case ESCAPED -> "The " + noun + " contains a backslash, as in the escape sequence \\n.";
      case NOT_ASCII ->
        "The " + noun + " contains a character that is not ASCII, although it may look like one that is.";
    };
  }
}

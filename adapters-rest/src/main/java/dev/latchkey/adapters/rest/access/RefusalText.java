package dev.latchkey.adapters.rest.access;

import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.address.AddressText;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.rate.RateLimit;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * The text of refusals: what is wrong, and what to do. Each constant words the faults of one kind of credential at the
 * place where it is sent. A text that is the same for every request is that of the problem type.
 */
public enum RefusalText {
  /** An API key in the {@code Authorization} header. */
  KEY_IN_HEADER("key", "Send exactly one header: Authorization: Bearer KEY, with the whole key and no other space."),
  /** The operator token in the {@code Authorization} header. */
  TOKEN_IN_HEADER(
      "operator token",
      "Send exactly one header: Authorization: Bearer TOKEN, with the whole operator token and no other space."),
  /** An API key in the member {@code key} of a body. */
  KEY_IN_BODY("key", "Send the whole key alone in the member key.");

  private static final int LONGEST_IN_BODY = BearerHeader.LONGEST - "Bearer ".length();

  private final String noun;
  private final String form;

  /**
   * The text of one refusal.
   *
   * @param message what is wrong
   * @param remedy what the client can do
   */
  public record Text(String message, String remedy) {

    /** Returns the message and the remedy. */
    public String detail() {
      return message + " " + remedy;
    }
  }

  RefusalText(String noun, String form) {
    this.noun = noun;
    this.form = form;
  }

  /** Returns the text of a refusal. It reveals nothing that the client may not know. */
  public Text of(Refusal refusal) {
    ProblemType type = ProblemType.coded(refusal.code()).orElseThrow();
    Text general = new Text(type.meaning(), type.remedy());
    return switch (refusal) {
      case Refusal.CredentialsMissing() -> new Text(at("The member key is missing.", general.message()), form);
      case Refusal.CredentialsMalformed(CredentialFault fault) -> new Text(text(fault), remedy(fault));
      case Refusal.KeyMalformed(KeyFault fault) -> new Text(text(fault), general.remedy());
      case Refusal.KeyInvalid() -> general;
      case Refusal.OperatorTokenInvalid() -> general;
      case Refusal.TooManyFailures(Duration retryAfter) -> new Text(
          "Too many authentications from this address have failed within a minute.",
          "Wait " + RateLimitFields.seconds(retryAfter)
              + " s. Check the keys and tokens that are used at this address.");
      case Refusal.KeyDisabled() -> general;
      case Refusal.KeyExpired() -> general;
      case Refusal.KeyNotYetValid() -> general;
      case Refusal.TenantSuspended() -> general;
      case Refusal.AddressNotAllowed(Optional<InetAddress> seen) -> new Text(
          seen.map(address -> "The key may not be used from the address " + AddressText.of(address) + ".")
              .orElse("The key is limited to certain addresses, and the address of this request is not known."),
          general.remedy());
      case Refusal.RateLimited(RateLimit limit, Duration retryAfter) -> new Text(
          "The key's rate limit of " + text(limit) + " is used up.",
          (retryAfter.isZero()
              ? "Wait until the limit allows requests again"
              : "Wait " + RateLimitFields.seconds(retryAfter) + " s")
              + ", or raise the key's rate_limit.");
      case Refusal.PermissionMissing(Permission permission) -> new Text(
          "The key lacks the permission " + permission.label() + ".",
          "Use a key that has " + permission.label() + ", or add it to this one under Settings > API Keys.");
      case Refusal.TenantIdMissing() -> general;
      case Refusal.TenantMismatch() -> general;
      case Refusal.CampaignAccessDenied _ -> general;
      case Refusal.CampaignNotFound() -> general;
    };
  }

  private String remedy(CredentialFault fault) {
    return fault == CredentialFault.MASKED && this != TOKEN_IN_HEADER
        ? "Send the whole key, which is shown only once, when it is generated. If it is lost, rotate the key."
        : form;
  }

  private String text(CredentialFault fault) {
    return switch (fault) {
      case EMPTY -> "The Authorization header is empty.";
      case NO_SCHEME -> "The Authorization header does not start with \"Bearer \".";
      case SCHEME -> "The scheme of the Authorization header is not Bearer.";
      case NAME_REPEATED -> "The value of the Authorization header begins with the name of the header.";
      case COLON -> "A colon or an equals sign follows the word Bearer.";
      case NO_SPACE -> "There is no space between the word Bearer and the " + noun + ".";
      case NO_TOKEN -> at("The member key is empty.", "The Authorization header has nothing after \"Bearer\".");
      case BEARER_TWICE ->
        at("The member key begins with the word Bearer.",
            "The word Bearer occurs twice: the " + noun + " also begins with it.");
      case EXTRA_SPACE ->
        at("The member key begins with a space.",
            "There is more than one space between the word Bearer and the " + noun + ".");
      case INNER_SPACE -> "The " + noun + " contains a space, or a space follows it.";
      case TAB -> "There is a tab before, in or after the " + noun + ".";
      case LINE_BREAK -> "There is a line break in or after the " + noun + ".";
      case COMMA -> "There is a comma before, in or after the " + noun + ".";
      case SEMICOLON -> "There is a semicolon before, in or after the " + noun + ".";
      case SEVERAL -> "The request has more than one Authorization header.";
      case TOO_LONG ->
        at("The member key has more than " + LONGEST_IN_BODY + " characters.",
            "The Authorization header has more than " + BearerHeader.LONGEST + " characters.");
      case MASKED -> "This is a masked " + noun + ", as lists show it. Most of the secret is missing.";
      case INVISIBLE ->
        "The " + noun + " contains an invisible character, such as a byte order mark or a zero-width space.";
      case QUOTED -> "The " + noun + " is enclosed in quotation marks.";
      case BRACKETED -> "The " + noun + " is enclosed in brackets.";
      case PERCENT_ENCODED -> "The " + noun + " contains a percent-encoded character, such as %0A.";
      case ESCAPED -> "The " + noun + " contains a backslash, as in the escape sequence \\n.";
      case NOT_ASCII ->
        "The " + noun + " contains a character outside of ASCII, which may look like an ASCII character.";
    };
  }

  private String at(String inBody, String inHeader) {
    return this == KEY_IN_BODY ? inBody : inHeader;
  }

  private static String text(KeyFault fault) {
    return switch (fault) {
      case PREFIX -> "The key does not start with lk_live_, lk_staging_ or lk_dev_.";
      case CUT_SHORT -> "The key is cut short: its end is missing.";
      case TOO_LONG -> "The key is too long: something follows its end.";
      case CHARACTER -> "The key contains a character that no key has at that position.";
      case CHECKSUM -> "The key is mistyped: its checksum does not match.";
    };
  }

  private static String text(RateLimit limit) {
    return limit.requests() + (limit.requests() == 1 ? " request in " : " requests in ") + limit.window().toSeconds()
        + " s";
  }
}

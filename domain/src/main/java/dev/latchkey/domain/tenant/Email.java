package dev.latchkey.domain.tenant;

import java.util.Locale;
import java.util.Optional;

/** An e-mail address as a login: lower case, at most {@link #LONGEST} characters, one {@code @}, no white space. */
public record Email(String value) {

  /** Maximum number of UTF-16 code units (RFC 5321). */
  public static final int LONGEST = 254;

  public Email {
    if (!isEmail(value)) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Parses user input; empty if it is not an e-mail address. */
  public static Optional<Email> of(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return isEmail(normal) ? Optional.of(new Email(normal)) : Optional.empty();
  }

  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return text.length() <= LONGEST
        && at > 0
        && at == text.lastIndexOf('@')
        && at < text.length() - 1
        && text.equals(text.toLowerCase(Locale.ROOT))
        && text.codePoints().allMatch(c -> c > ' ' && c != 0x7F && !Character.isWhitespace(c));
  }
}

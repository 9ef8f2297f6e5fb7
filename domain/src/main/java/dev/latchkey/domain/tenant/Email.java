package dev.latchkey.domain.tenant;

import dev.latchkey.domain.VisibleText;
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

  /**
   * Parses user input; empty if it is not an e-mail address or contains a hidden character. The constructor accepts
   * hidden characters, because addresses may have been stored before this check existed.
   */
  public static Optional<Email> of(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return isEmail(normal) && normal.codePoints().noneMatch(VisibleText::isHidden)
        ? Optional.of(new Email(normal))
        : Optional.empty();
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

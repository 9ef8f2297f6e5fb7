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
   * Parses the typed address of an existing member; empty if it is not an e-mail address. Accepts hidden characters,
   * because members may have been added before {@link #ofNew} refused them.
   */
  public static Optional<Email> of(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return isEmail(normal) ? Optional.of(new Email(normal)) : Optional.empty();
  }

  /** Parses the address of a new member; empty if it is not an e-mail address or contains a hidden character. */
  public static Optional<Email> ofNew(String text) {
    return of(text).filter(email -> email.value.codePoints().noneMatch(VisibleText::isHidden));
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

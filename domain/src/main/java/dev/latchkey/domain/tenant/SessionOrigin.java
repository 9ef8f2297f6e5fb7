package dev.latchkey.domain.tenant;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The origin of a session, as far as it is known, so that its owner recognises it.
 *
 * @param userAgent the browser's user agent: 1 to 200 visible ASCII characters and spaces; chosen by the client
 */
public record SessionOrigin(Optional<InetAddress> address, Optional<String> userAgent) {

  public static final SessionOrigin UNKNOWN = new SessionOrigin(Optional.empty(), Optional.empty());

  /** Maximum length in characters. */
  public static final int LONGEST_USER_AGENT = 200;

  /** Creates an origin. Removes all characters but visible ASCII and spaces from the user agent, and truncates it. */
  public static SessionOrigin of(Optional<InetAddress> address, Optional<String> userAgent) {
    return new SessionOrigin(address, userAgent.map(SessionOrigin::shortened).filter(text -> !text.isEmpty()));
  }

  private static String shortened(String userAgent) {
    String visible = userAgent.codePoints()
        .filter(character -> character >= ' ' && character <= '~')
        .limit(LONGEST_USER_AGENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    return visible.strip();
  }
}

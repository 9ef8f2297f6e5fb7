package dev.latchkey.domain.tenant;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where a session was started, as far as it is known, so that its owner recognises it.
 *
 * @param userAgent what the browser calls itself: 1 to 200 visible ASCII characters and spaces; chosen by the client
 */
public record SessionOrigin(Optional<InetAddress> address, Optional<String> userAgent) {

  public static final SessionOrigin UNKNOWN = new SessionOrigin(Optional.empty(), Optional.empty());

  /** In characters. */
  public static final int LONGEST_USER_AGENT = 200;

  /** Takes what a request said, without the characters that no user agent needs and cut to its length. */
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

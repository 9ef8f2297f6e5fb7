package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.CredentialFault;
import dev.latchkey.domain.access.Credentials;
import dev.latchkey.domain.key.PresentedKey;
import io.micronaut.http.HttpHeaders;
import java.util.List;

/** The {@code Authorization} header of RFC 6750, section 2.1, read into credentials: steps 1 and 2 of the decision. */
public final class BearerHeader {

  private static final String SCHEME = "Bearer";

  private BearerHeader() {}

  static Credentials read(HttpHeaders headers) {
    List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
    return switch (values.size()) {
      case 0 -> new Credentials.Missing();
      case 1 -> read(values.getFirst());
      default -> new Credentials.Malformed(CredentialFault.SEVERAL);
    };
  }

  /** A token as it would read behind the scheme of a header. */
  public static Credentials bearing(String token) {
    return read(SCHEME + " " + token);
  }

  private static Credentials read(String value) {
    if (value.length() > Credentials.LONGEST) {
      return new Credentials.Malformed(CredentialFault.TOO_LONG);
    }
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Credentials.Malformed(CredentialFault.SCHEME);
    }
    if (isBlankBehindTheScheme(value)) {
      return new Credentials.Malformed(CredentialFault.NO_TOKEN);
    }
    if (value.charAt(SCHEME.length()) != ' ') {
      return new Credentials.Malformed(CredentialFault.SCHEME);
    }
    int tokenStart = SCHEME.length() + 1;
    for (int i = tokenStart; i < value.length(); i++) {
      if (value.charAt(i) <= ' ') {
        return new Credentials.Malformed(CredentialFault.INNER_SPACE);
      }
    }
    return new Credentials.Bearer(new PresentedKey(value.substring(tokenStart)));
  }

  private static boolean isBlankBehindTheScheme(String value) {
    for (int i = SCHEME.length(); i < value.length(); i++) {
      if (!Character.isWhitespace(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

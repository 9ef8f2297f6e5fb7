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
    String rest = value.substring(SCHEME.length());
    if (rest.isBlank()) {
      return new Credentials.Malformed(CredentialFault.NO_TOKEN);
    }
    if (rest.charAt(0) != ' ') {
      return new Credentials.Malformed(CredentialFault.SCHEME);
    }
    String token = rest.substring(1);
    return token.chars().anyMatch(c -> c <= ' ')
        ? new Credentials.Malformed(CredentialFault.INNER_SPACE)
        : new Credentials.Bearer(new PresentedKey(token));
  }
}

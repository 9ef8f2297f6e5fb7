package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.PresentedKey;
import io.micronaut.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code Authorization} header of RFC 6750, section 2.1, into credentials: steps 1 and 2 of the decision. */
public final class BearerHeader {

  /** Maximum length of the header, in characters. */
  static final int LONGEST = 512;

  private static final String SCHEME = "Bearer";
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LAST_OF_ASCII = 0x7F;

  private BearerHeader() {}

  static PresentedCredentials read(HttpHeaders headers) {
    List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
    return switch (values.size()) {
      case 0 -> new PresentedCredentials.Missing();
      case 1 -> read(values.getFirst());
      default -> new PresentedCredentials.Malformed(CredentialFault.SEVERAL);
    };
  }

  /** Reads a token as if it followed the scheme of a header. */
  public static PresentedCredentials bearing(String token) {
    return readText(SCHEME + " " + token);
  }

  private static PresentedCredentials read(String value) {
    return value.length() > LONGEST
        ? new PresentedCredentials.Malformed(CredentialFault.TOO_LONG)
        : readText(isAscii(value) ? value : decoded(value));
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > LAST_OF_ASCII) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes a value with non-ASCII bytes. The server maps each byte to one character; clients send UTF-8 or the code
   * page of their system.
   */
  private static String decoded(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static PresentedCredentials readText(String value) {
    if (value.length() > LONGEST) {
      return new PresentedCredentials.Malformed(CredentialFault.TOO_LONG);
    }
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new PresentedCredentials.Malformed(withoutScheme(value));
    }
    String rest = value.substring(SCHEME.length());
    if (rest.isBlank()) {
      return new PresentedCredentials.Malformed(CredentialFault.NO_TOKEN);
    }
    if (rest.charAt(0) != ' ') {
      return new PresentedCredentials.Malformed(afterScheme(rest));
    }
    for (int i = 1; i < rest.length(); i++) {
      if (rest.charAt(i) <= ' ') {
        return new PresentedCredentials.Malformed(spaced(rest.substring(1)));
      }
    }
    return new PresentedCredentials.Bearer(new PresentedKey(rest.substring(1)));
  }

  private static CredentialFault withoutScheme(String value) {
    if (value.isBlank()) {
      return CredentialFault.EMPTY;
    }
    Optional<CredentialFault> around = CredentialFault.seenIn(value);
    if (around.isPresent()) {
      return around.get();
    }
    String lower = value.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("authorization:")) {
      return CredentialFault.NAME_REPEATED;
    }
    return lower.startsWith("lk_") || !lower.contains(" ") ? CredentialFault.NO_SCHEME : CredentialFault.SCHEME;
  }

  private static CredentialFault afterScheme(String rest) {
    return switch (rest.charAt(0)) {
      case ':', '=' -> CredentialFault.COLON;
      case '\t' -> CredentialFault.TAB;
      default -> CredentialFault.seenIn(rest.replace(" ", "")).orElse(CredentialFault.NO_SPACE);
    };
  }

  /** Returns the fault of a token that contains a space or a control character. */
  private static CredentialFault spaced(String token) {
    String lower = token.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("bearer ") || lower.startsWith("bearer:")) {
      return CredentialFault.BEARER_TWICE;
    }
    if (token.indexOf('\t') >= 0) {
      return CredentialFault.TAB;
    }
    if (token.indexOf('\n') >= 0 || token.indexOf('\r') >= 0) {
      return CredentialFault.LINE_BREAK;
    }
    Optional<CredentialFault> separator = CredentialFault.separatorIn(token);
    if (separator.isPresent()) {
      return separator.get();
    }
    String unspaced = token.replace(" ", "");
    Optional<CredentialFault> around = CredentialFault.seenIn(unspaced);
    if (around.isPresent()) {
      return around.get();
    }
    return token.startsWith(" ") && unspaced.length() == token.strip().length()
        ? CredentialFault.EXTRA_SPACE
        : CredentialFault.INNER_SPACE;
  }
}

package dev.latchkey.domain.campaign;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that a campaign's call events are sent to: an absolute https URL without user info. In any notation, its
 * host is neither a private or special address nor a name that resolves only inside a network.
 *
 * <p>The name is not resolved here, because its addresses may differ with every look-up. The component that calls a
 * webhook has to check the address that it is about to connect to, for every connection and every redirect.
 *
 * @param value as it was sent
 */
public record WebhookAddress(String value) implements WebhookReading {

  public static final int LONGEST = 2048;

  private static final int HIGHEST_PORT = 65_535;
  private static final int LONGEST_NAME = 253;

  private static final Pattern AUTHORITY = Pattern
      .compile("(?:\\[(?<ipv6>[0-9a-fA-F:.]+)]|(?<name>[^\\[\\]:]+))(?::(?<port>[0-9]{0,5}))?");

  private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  /** Many parsers read such a host as an IPv4 address, and they disagree about which one. */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

  /** Reserved by RFC 6761, 6762, 7686, 8375 and ICANN, or customary in private networks. */
  private static final List<String> PRIVATE_DOMAINS = List
      .of(".localhost", ".localdomain", ".local", ".internal", ".arpa", ".onion", ".test", ".invalid");

  /** Reserved for examples by RFC 2606, so it leads into no network. */
  private static final String DOCUMENTATION = "example";

  public WebhookAddress {
    Optional<WebhookFault> fault = faultOf(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("That is no webhook address: " + fault.get());
    }
  }

  /** Parses an address whose name is under a top-level domain of the public DNS. Performs no name resolution. */
  public static WebhookReading read(String text, RootZone root) {
    return faultOf(text)
        .or(() -> isUnder(text, root) ? Optional.empty() : Optional.of(WebhookFault.NOT_PUBLIC))
        .<WebhookReading>map(fault -> fault)
        .orElseGet(() -> new WebhookAddress(text));
  }

  /** Any other name, such as {@code crm.lan}, resolves only inside a network. Addresses were checked before. */
  private static boolean isUnder(String url, RootZone root) {
    Matcher parts = AUTHORITY.matcher(URI.create(url).getRawAuthority());
    String name = parts.matches() ? parts.group("name") : null;
    return name == null || plain(name).filter(plain -> isPublic(plain, root)).isPresent();
  }

  private static boolean isPublic(String name, RootZone root) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return IPV4.matcher(name).matches() || last.equals(DOCUMENTATION) || root.delegates(last);
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<WebhookFault> faultOf(String text) {
    if (text.length() > LONGEST) {
      return Optional.of(WebhookFault.TOO_LONG);
    }
    if (text.codePoints().anyMatch(WebhookAddress::isHalfACharacter)) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
    try {
      URI url = new URI(text);
      if (!"https".equalsIgnoreCase(url.getScheme())) {
        return Optional.of(WebhookFault.NOT_HTTPS);
      }
      return faultOfAuthority(Optional.ofNullable(url.getRawAuthority()).orElse(""));
    } catch (URISyntaxException notAUrl) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
  }

  private static Optional<WebhookFault> faultOfAuthority(String authority) {
    if (authority.indexOf('@') >= 0) {
      return Optional.of(WebhookFault.HAS_USER_INFO);
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || !isPort(parts.group("port"))) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
    String ipv6 = parts.group("ipv6");
    return ipv6 == null ? faultOfName(parts.group("name")) : faultOfLiteral(ipv6);
  }

  /** Checks a name or an IPv4 address. The two are distinguishable only after the characters are normalised. */
  private static Optional<WebhookFault> faultOfName(String written) {
    Optional<String> plain = plain(written);
    if (plain.isEmpty()) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
    String name = plain.get();
    if (IPV4.matcher(name).matches()) {
      return faultOfLiteral(name);
    }
    boolean hidden = !name.contains(".")
        || ENDS_IN_A_NUMBER.matcher(name).matches()
        || PRIVATE_DOMAINS.stream().anyMatch(name::endsWith);
    return hidden ? Optional.of(WebhookFault.NOT_PUBLIC) : Optional.empty();
  }

  private static Optional<WebhookFault> faultOfLiteral(String literal) {
    try {
      // Java parses an IPv4-mapped address in brackets as an IPv4 address. Such a host is rejected.
      InetAddress address = InetAddress.ofLiteral(literal);
      boolean disguised = literal.indexOf(':') >= 0 && address.getAddress().length == Integer.BYTES;
      return disguised || !PublicAddresses.include(address)
          ? Optional.of(WebhookFault.NOT_PUBLIC)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
  }

  /** Converts the host to lower case ASCII without a trailing dot; empty if it is not a host name. */
  private static Optional<String> plain(String written) {
    try {
      String ascii = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return name.length() <= LONGEST_NAME ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private static boolean isPort(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return true;
    }
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= HIGHEST_PORT;
  }

  private static boolean isHalfACharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}

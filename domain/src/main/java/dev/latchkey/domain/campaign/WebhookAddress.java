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
 * Where a campaign's call events go: an absolute https URL, without user info, whose host is no private or special
 * address and no name that is only known inside a network, however it is spelt.
 *
 * <p>What addresses a name has is not looked at here, and may be different with every look-up. Whoever calls a webhook
 * has to judge the very address that it is about to connect to, at that moment, and again after every redirect.
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

  /** Many read such a host as an IPv4 address, and not all of them as the same one. */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

  /** Reserved by RFC 6761, 6762, 7686, 8375 and ICANN, or a habit of private networks. */
  private static final List<String> PRIVATE_DOMAINS = List
      .of(".localhost", ".localdomain", ".local", ".internal", ".arpa", ".onion", ".test", ".invalid");

  /** Reserved for examples by RFC 2606, so that it leads into no network. */
  private static final String DOCUMENTATION = "example";

  public WebhookAddress {
    Optional<WebhookFault> fault = faultOf(value);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("That is no webhook address: " + fault.get());
    }
  }

  /** Reads an address whose name is under a top-level domain of the public DNS. Asks no name service. */
  public static WebhookReading read(String text, RootZone root) {
    return faultOf(text)
        .or(() -> isUnder(text, root) ? Optional.empty() : Optional.of(WebhookFault.NOT_PUBLIC))
        .<WebhookReading>map(fault -> fault)
        .orElseGet(() -> new WebhookAddress(text));
  }

  /** Any other name, such as {@code crm.lan}, resolves inside a network only. Addresses were checked before. */
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

  /** A name or an IPv4 address: which of them, can be told only once its characters are the plain ones. */
  private static Optional<WebhookFault> faultOfName(String written) {
    Optional<String> plain = plain(written);
    if (plain.isEmpty()) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
    String name = plain.get();
    if (IPV4.matcher(name).matches()) {
      return faultOfLiteral(name);
    }
    boolean hidden = name.indexOf('.') < 0
        || ENDS_IN_A_NUMBER.matcher(name).matches()
        || PRIVATE_DOMAINS.stream().anyMatch(name::endsWith);
    return hidden ? Optional.of(WebhookFault.NOT_PUBLIC) : Optional.empty();
  }

  private static Optional<WebhookFault> faultOfLiteral(String literal) {
    try {
      // In brackets, an IPv4 address in disguise comes out as four bytes, and that is not the place for it.
      InetAddress address = InetAddress.ofLiteral(literal);
      boolean disguised = literal.indexOf(':') >= 0 && address.getAddress().length == Integer.BYTES;
      return disguised || !PublicAddresses.include(address)
          ? Optional.of(WebhookFault.NOT_PUBLIC)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.of(WebhookFault.INVALID_URL);
    }
  }

  /** In lower case ASCII without a dot at the end; empty where it is no host name. */
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

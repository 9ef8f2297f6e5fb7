package dev.latchkey.domain.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291), or a single address. An IPv4-mapped IPv6 address is
 * treated as the IPv4 address that it contains.
 */
public record AddressRange(InetAddress network, int prefixLength) {

  private static final Pattern NOTATION = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");

  // A leading zero is refused, because some parsers read 010 as 8 (RFC 6943, 3.1.1).
  private static final String IPV4 = "(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}";
  private static final String IPV6_GROUP = "[0-9a-fA-F]{0,4}";
  private static final Pattern ADDRESS = Pattern
      .compile(IPV4 + "|(?:" + IPV6_GROUP + ":){2,8}(?:" + IPV6_GROUP + "|" + IPV4 + ")");

  public AddressRange {
    if (prefixLength < 0 || prefixLength > bits(network)) {
      throw new IllegalArgumentException("A prefix of " + prefixLength + " bits does not fit the address");
    }
    network = masked(network, prefixLength);
  }

  /**
   * Parses {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address. Clears bits behind the prefix.
   *
   * @return the range; empty if the text is not a range or is ambiguous, see {@link #address}
   */
  public static Optional<AddressRange> of(String text) {
    Matcher parts = NOTATION.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return address(parts.group(1)).flatMap(network -> of(network, parts.group(1), parts.group(2)));
  }

  /** Parses as {@link #of} does, but rejects set bits behind the prefix, as in {@code 192.0.2.7/24}. */
  public static Optional<AddressRange> exactly(String text) {
    String written = text.split("/", 2)[0];
    return of(text).filter(range -> address(written).filter(range.network::equals).isPresent());
  }

  private static Optional<AddressRange> of(InetAddress network, String written, String prefix) {
    if (prefix == null) {
      return Optional.of(new AddressRange(network, bits(network)));
    }
    boolean mapped = written.indexOf(':') >= 0 && bits(network) == Integer.SIZE;
    int length = Integer.parseInt(prefix) - (mapped ? 96 : 0);
    return length < 0 || length > bits(network) ? Optional.empty() : Optional.of(new AddressRange(network, length));
  }

  /**
   * Parses an address without any name resolution.
   *
   * @return the address; empty if the text is not an address, has a zone ({@code fe80::1%1}) or brackets, or is
   *     ambiguous: fewer than four parts ({@code 127.1}), or leading zeros in an IPv4 part ({@code 010.0.0.1})
   */
  public static Optional<InetAddress> address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    return bits(address) == bits(network) && masked(address, prefixLength).equals(network);
  }

  /** Whether the other ranges together cover every address of this range. */
  public boolean isWithin(List<AddressRange> others) {
    if (others.stream().anyMatch(this::isWithin)) {
      return true;
    }
    List<AddressRange> inside = others.stream().filter(other -> other.isWithin(this)).toList();
    return !inside.isEmpty() && halves().stream().allMatch(half -> half.isWithin(inside));
  }

  private boolean isWithin(AddressRange other) {
    return other.prefixLength <= prefixLength && other.contains(network);
  }

  private List<AddressRange> halves() {
    byte[] upper = network.getAddress();
    upper[prefixLength / Byte.SIZE] |= (byte) (0x80 >> prefixLength % Byte.SIZE);
    return List.of(
        new AddressRange(network, prefixLength + 1), new AddressRange(ofBytes(upper), prefixLength + 1));
  }

  /** Formats the range in the notation of {@link #of}, IPv6 as in RFC 5952. */
  @Override
  public String toString() {
    return AddressText.of(network) + "/" + prefixLength;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static InetAddress masked(InetAddress address, int prefixLength) {
    byte[] bytes = address.getAddress();
    for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    return ofBytes(bytes);
  }

  private static InetAddress ofBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("An address keeps its length", impossible);
    }
  }
}

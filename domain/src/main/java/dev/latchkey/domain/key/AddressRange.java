package dev.latchkey.domain.key;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291), or a single one. An IPv4-mapped IPv6 address is the
 * IPv4 address that it carries.
 */
public record AddressRange(InetAddress network, int prefixLength) {

  private static final Pattern NOTATION = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");

  // A leading zero makes a number octal for some readers and decimal for others.
  private static final String IPV4 = "(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}";
  private static final String IPV6_GROUP = "[0-9a-fA-F]{0,4}";
  private static final Pattern ADDRESS = Pattern
      .compile(IPV4 + "|(?:" + IPV6_GROUP + ":){2,8}(?:" + IPV6_GROUP + "|" + IPV4 + ")");

  private static final int IPV6_GROUPS = 8;

  public AddressRange {
    if (prefixLength < 0 || prefixLength > bits(network)) {
      throw new IllegalArgumentException("A prefix of " + prefixLength + " bits does not fit the address");
    }
    network = masked(network, prefixLength);
  }

  /**
   * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address. Bits behind the prefix are cleared.
   *
   * @return the range; empty where the text is none or can be read in two ways, see {@link #address}
   */
  public static Optional<AddressRange> of(String text) {
    Matcher parts = NOTATION.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return address(parts.group(1)).flatMap(network -> of(network, parts.group(1), parts.group(2)));
  }

  /** Reads as {@link #of} does; empty too where bits behind the prefix are set, as in {@code 192.0.2.7/24}. */
  public static Optional<AddressRange> exactly(String text) {
    int slash = text.indexOf('/');
    String written = slash < 0 ? text : text.substring(0, slash);
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
   * Reads an address without asking any name service.
   *
   * @return the address; empty where the text is none, has a zone ({@code fe80::1%1}) or brackets, or can be read in two
   *     ways: fewer than four parts ({@code 127.1}), or leading zeros in an IPv4 part ({@code 010.0.0.1})
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

  /** The network in the form of RFC 5952 and the length of the prefix. */
  @Override
  public String toString() {
    return text(network) + "/" + prefixLength;
  }

  /** Writes an address in the one form that RFC 5952 recommends, such as {@code 2001:db8::1}, without a zone. */
  public static String text(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length * Byte.SIZE == Integer.SIZE) {
      return address.getHostAddress();
    }
    int[] groups = new int[IPV6_GROUPS];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = Byte.toUnsignedInt(bytes[2 * i]) << Byte.SIZE | Byte.toUnsignedInt(bytes[2 * i + 1]);
    }
    return text(groups);
  }

  /** The longest run of two or more zeros, the first of several, is left out. */
  private static String text(int[] groups) {
    int runStart = groups.length;
    int runEnd = groups.length + 1;
    for (int start = 0; start < groups.length; start++) {
      int end = start;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - start > runEnd - runStart) {
        runStart = start;
        runEnd = end;
      }
    }
    String before = joined(groups, 0, runStart);
    return runStart == groups.length ? before : before + "::" + joined(groups, runEnd, groups.length);
  }

  private static String joined(int[] groups, int from, int to) {
    return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static InetAddress masked(InetAddress address, int prefixLength) {
    byte[] bytes = address.getAddress();
    for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("An address keeps its length", impossible);
    }
  }
}

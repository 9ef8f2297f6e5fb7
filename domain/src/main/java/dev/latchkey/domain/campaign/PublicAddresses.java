package dev.latchkey.domain.campaign;

import dev.latchkey.domain.address.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are reachable on the public internet. All others are in IANA's special-purpose registries,
 * multicast or unallocated.
 */
final class PublicAddresses {

  private static final List<AddressRange> SPECIAL_IPV4 = Stream.of(
      "0.0.0.0/8",
      "10.0.0.0/8",
      "100.64.0.0/10",
      "127.0.0.0/8",
      "169.254.0.0/16",
      "172.16.0.0/12",
      "192.0.0.0/24",
      "192.0.2.0/24",
      "192.88.99.0/24",
      "192.168.0.0/16",
      "198.18.0.0/15",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "224.0.0.0/4",
      "240.0.0.0/4").map(PublicAddresses::range).toList();

  /** Excludes IPv4-mapped and -compatible, NAT64, unique-local, link-local and multicast addresses. */
  private static final AddressRange GLOBAL_UNICAST_IPV6 = range("2000::/3");

  /**
   * Protocol assignments (with Teredo and ORCHID), two documentation blocks, and 6to4, which embeds an IPv4 address.
   */
  private static final List<AddressRange> SPECIAL_IPV6 = Stream
      .of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
      .map(PublicAddresses::range)
      .toList();

  private PublicAddresses() {}

  static boolean include(InetAddress address) {
    boolean ipv4 = address.getAddress().length == Integer.BYTES;
    return (ipv4 || GLOBAL_UNICAST_IPV6.contains(address))
        && (ipv4 ? SPECIAL_IPV4 : SPECIAL_IPV6).stream().noneMatch(range -> range.contains(address));
  }

  private static AddressRange range(String notation) {
    return AddressRange.of(notation).orElseThrow();
  }
}

package dev.latchkey.domain.campaign;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are reachable on the public internet. All others are in IANA's special-purpose registries,
 * multicast or unallocated.
 */
final class PublicAddresses {

  private static final List<Block> SPECIAL_IPV4 = Stream.of(
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
      "240.0.0.0/4").map(Block::of).toList();

  /** Excludes IPv4-mapped and -compatible, NAT64, unique-local, link-local and multicast addresses. */
  private static final Block GLOBAL_UNICAST_IPV6 = Block.of("2000::/3");

  /**
   * Protocol assignments (with Teredo and ORCHID), two documentation blocks, and 6to4, which embeds an IPv4 address.
   */
  private static final List<Block> SPECIAL_IPV6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
      .map(Block::of)
      .toList();

  private PublicAddresses() {}

  /** The addresses of one length that share a prefix. */
  private record Block(BigInteger firstBits, int otherBits) {

    static Block of(String notation) {
      String[] parts = notation.split("/", 2);
      InetAddress network = InetAddress.ofLiteral(parts[0]);
      int otherBits = network.getAddress().length * Byte.SIZE - Integer.parseInt(parts[1]);
      return new Block(bits(network).shiftRight(otherBits), otherBits);
    }

    boolean contains(InetAddress address) {
      return bits(address).shiftRight(otherBits).equals(firstBits);
    }

    private static BigInteger bits(InetAddress address) {
      return new BigInteger(1, address.getAddress());
    }
  }

  static boolean include(InetAddress address) {
    boolean ipv4 = address.getAddress().length == Integer.BYTES;
    return (ipv4 || GLOBAL_UNICAST_IPV6.contains(address))
        && (ipv4 ? SPECIAL_IPV4 : SPECIAL_IPV6).stream().noneMatch(block -> block.contains(address));
  }
}

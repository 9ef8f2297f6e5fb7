package dev.latchkey.domain.key;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one way to write an IP address: RFC 5952 for IPv6, four decimal numbers for IPv4. */
public final class AddressText {

  private static final int GROUPS = 8;

  private AddressText() {}

  public static String of(InetAddress address) {
    return address instanceof Inet4Address ? address.getHostAddress() : ofGroups(groups(address));
  }

  private static int[] groups(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return IntStream.range(0, GROUPS).map(_ -> Short.toUnsignedInt(bytes.getShort())).toArray();
  }

  private static String ofGroups(int[] groups) {
    int longest = 0;
    int start = 0;
    for (int from = 0; from < GROUPS; from++) {
      int length = zeroesFrom(groups, from);
      if (length > longest) {
        longest = length;
        start = from;
      }
    }
    // A single zero is never shortened, and of equal runs the first is.
    return longest < 2
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS);
  }

  private static int zeroesFrom(int[] groups, int from) {
    return (int) IntStream.range(from, GROUPS).takeWhile(i -> groups[i] == 0).count();
  }

  private static String joined(int[] groups, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> Integer.toHexString(groups[i])).collect(Collectors.joining(":"));
  }
}

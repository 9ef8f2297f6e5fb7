package dev.latchkey.domain.address;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats IP addresses: RFC 5952 for IPv6, four decimal numbers for IPv4. */
public final class AddressText {

  private static final int GROUPS = 8;

  private AddressText() {}

  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 2 * GROUPS ? ofGroups(groups(bytes)) : address.getHostAddress();
  }

  private static int[] groups(byte[] bytes) {
    return IntStream.range(0, GROUPS)
        .map(i -> (Byte.toUnsignedInt(bytes[2 * i]) << Byte.SIZE) + Byte.toUnsignedInt(bytes[2 * i + 1]))
        .toArray();
  }

  private static String ofGroups(int[] groups) {
    // Of runs of equal length, the first is shortened. A single zero is never shortened.
    int start = IntStream.range(0, GROUPS)
        .boxed()
        .max(Comparator.comparingInt(from -> zeroesFrom(groups, from)))
        .orElseThrow();
    int longest = zeroesFrom(groups, start);
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

package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WebhookAddressPropertyTest {

  private static final RootZone ANY_ROOT = _ -> true;

  private static final List<String> PRIVATE = List
      .of("10", "127", "0", "192.168", "169.254", "172.16", "172.31", "100.64", "224", "255", "198.18", "203.0.113");

  /** First numbers of IPv4 addresses of which some are public and some are not. */
  private static final Set<Integer> MIXED = Set.of(10, 100, 127, 169, 172, 192, 198, 203);

  /** The four numbers of an IPv4 address in one of the private blocks. */
  @Provide
  Arbitrary<int[]> privateAddress() {
    return Combinators
        .combine(Arbitraries.of(PRIVATE), Arbitraries.integers().between(0, 255).list().ofSize(4))
        .as((block, others) -> {
          int[] first = Stream.of(block.split("\\.")).mapToInt(Integer::parseInt).toArray();
          return Stream
              .concat(Arrays.stream(first).boxed(), others.stream())
              .limit(4)
              .mapToInt(Integer::intValue)
              .toArray();
        });
  }

  @Provide
  Arbitrary<int[]> publicAddress() {
    return Combinators
        .combine(
            Arbitraries.integers().between(1, 223).filter(first -> !MIXED.contains(first)),
            Arbitraries.integers().between(0, 255).list().ofSize(3))
        .as((first, others) -> Stream
            .concat(Stream.of(first), others.stream())
            .mapToInt(Integer::intValue)
            .toArray());
  }

  @Property
  void aPrivateAddressIsRefusedInEverySpelling(@ForAll("privateAddress") int[] numbers) {
    for (String spelling : spellings(numbers)) {
      assertThat(WebhookAddress.read("https://" + spelling + "/", ANY_ROOT)).as(spelling)
          .isEqualTo(WebhookFault.NOT_PUBLIC);
      assertThat(WebhookAddress
          .read("https://" + spelling.toUpperCase(Locale.ROOT) + (spelling.endsWith("]") ? ":8443" : ".:8443"),
              ANY_ROOT))
          .as(spelling)
          .isEqualTo(WebhookFault.NOT_PUBLIC);
    }
  }

  @Property
  void aPublicAddressIsAcceptedInItsOneSpelling(@ForAll("publicAddress") int[] numbers) {
    assertThat(WebhookAddress.read("https://" + dotted(numbers) + ":8443/", ANY_ROOT))
        .isInstanceOf(WebhookAddress.class);
  }

  @Property
  void anIpv6AddressIsAcceptedOnlyWhereItIsGlobalUnicast(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    boolean global = (bytes[0] & 0xe0) == 0x20;
    // Those blocks have a table of their own.
    boolean special = bytes[0] == 0x20 && (bytes[1] == 1 || bytes[1] == 2) || bytes[0] == 0x3f && bytes[1] == -1;
    if (bytes.length == address.getAddress().length && !special) {
      assertThat(WebhookAddress.read("https://[" + address.getHostAddress() + "]/", ANY_ROOT) instanceof WebhookAddress)
          .isEqualTo(global);
    }
  }

  @Property
  void aSiteOfThePublicInternetIsAcceptedInItsIpv6Spelling(
      @ForAll @Size(16) byte[] bytes, @ForAll @IntRange(min = 0x24, max = 0x3e) int first) throws UnknownHostException {
    bytes[0] = (byte) first;
    assertThat(WebhookAddress.read("https://[" + InetAddress.getByAddress(bytes).getHostAddress() + "]:443/", ANY_ROOT))
        .isInstanceOf(WebhookAddress.class);
  }

  @Property
  void anyTextAtAllIsAnAddressOrNone(@ForAll String text) {
    for (String address : List.of(text, "https://" + text, "https://" + text + ".example/", "https://[" + text + "]")) {
      assertThat(WebhookAddress.read(address, ANY_ROOT)).satisfiesAnyOf(
          reading -> assertThat(reading).isInstanceOf(WebhookFault.class),
          reading -> assertThat(reading).isEqualTo(new WebhookAddress(address)));
    }
  }

  private static List<String> spellings(int[] n) {
    long all = ((long) n[0] << 24) + (n[1] << 16) + (n[2] << 8) + n[3];
    String hex = String.format("%02x%02x:%02x%02x", n[0], n[1], n[2], n[3]);
    return List.of(
        dotted(n),
        Long.toString(all),
        "0x" + Long.toHexString(all),
        "0" + Long.toOctalString(all),
        n[0] + "." + (all & 0xffffff),
        n[0] + "." + n[1] + "." + (all & 0xffff),
        joined(n, "0x%x"),
        joined(n, "0%o"),
        "[::" + dotted(n) + "]",
        "[::" + hex + "]",
        "[::ffff:" + dotted(n) + "]",
        "[::ffff:" + hex + "]",
        "[64:ff9b::" + hex + "]",
        "[64:ff9b::" + dotted(n) + "]",
        "[2002:" + hex + "::1]",
        "[2001::" + hex + "]");
  }

  private static String dotted(int[] numbers) {
    return joined(numbers, "%d");
  }

  private static String joined(int[] numbers, String format) {
    return Arrays.stream(numbers).mapToObj(format::formatted).collect(Collectors.joining("."));
  }
}

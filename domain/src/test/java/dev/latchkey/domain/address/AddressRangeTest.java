package dev.latchkey.domain.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
      "192.0.2.0/24, 192.0.2.0, 192.0.2.255, 192.0.3.0",
      "192.0.2.7, 192.0.2.7, 192.0.2.7, 192.0.2.8",
      "192.0.2.7/32, 192.0.2.7, 192.0.2.7, 192.0.2.6",
      "10.0.0.0/8, 10.0.0.0, 10.255.255.255, 11.0.0.0",
      "172.16.0.0/12, 172.16.0.0, 172.31.255.255, 172.32.0.0",
      "192.0.2.128/25, 192.0.2.128, 192.0.2.255, 192.0.2.127",
      "2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
      "2001:db8::1, 2001:db8::1, 2001:db8::1, 2001:db8::2",
      "2001:db8::/33, 2001:db8::, 2001:db8:7fff::, 2001:db8:8000::"})
  void aRangeHoldsItsFirstAndLastAddressAndNotTheNext(String range, String first, String last, String outside) {
    assertThat(range(range).contains(address(first))).isTrue();
    assertThat(range(range).contains(address(last))).isTrue();
    assertThat(range(range).contains(address(outside))).isFalse();
  }

  @Test
  void aRangeOfAllHoldsAllOfItsOwnKindOnly() {
    assertThat(range("0.0.0.0/0").contains(address("203.0.113.9"))).isTrue();
    assertThat(range("0.0.0.0/0").contains(address("2001:db8::1"))).isFalse();
    assertThat(range("::/0").contains(address("2001:db8::1"))).isTrue();
    assertThat(range("::/0").contains(address("203.0.113.9"))).isFalse();
  }

  @Test
  void bitsBehindThePrefixDoNotMatter() {
    assertThat(range("192.0.2.77/24")).isEqualTo(range("192.0.2.0/24")).hasToString("192.0.2.0/24");
  }

  @Test
  void aMappedAddressIsTheIpv4AddressThatItCarries() {
    assertThat(range("192.0.2.0/24").contains(address("::ffff:192.0.2.9"))).isTrue();
    assertThat(range("::ffff:192.0.2.0/120")).isEqualTo(range("192.0.2.0/24"));
    assertThat(range("::ffff:192.0.2.9")).isEqualTo(range("192.0.2.9/32"));
    assertThat(range("::ffff:0:0/96")).isEqualTo(range("0.0.0.0/0"));
    assertThat(AddressRange.of("::ffff:192.0.2.0/24")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "",
      "/",
      "/24",
      "192.0.2.0/",
      "192.0.2.0/33",
      "192.0.2.0/-1",
      "192.0.2.0/24/24",
      "192.0.2",
      "192.0.2.256",
      "010.0.0.1",
      "10.0.0.01",
      "10.0.00.1/8",
      "::ffff:010.0.0.1",
      "192.0.2.0/024",
      "192.0.2.0/00",
      "3221225985",
      "0xC0000201",
      "192.0.2.1 ",
      "2001:db8::/129",
      "2001:db8::%eth0",
      "fe80::1%1",
      "[2001:db8::1]",
      "010.0.0.1",
      "10.0.0.01",
      "10.00.0.1",
      "127.1",
      "0x7f.1",
      "0x7f.0.0.1",
      "::ffff:010.0.0.1",
      "02001:db8::",
      "192.0.2.0/024",
      "192.0.2.0/00",
      "2001:db8::/032",
      "fe80::1%1/64",
      "2001:db8",
      ":::",
      "shop.example",
      "cafe.babe"})
  void whatIsNoAddressIsNoRange(String text) {
    assertThat(AddressRange.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "010.0.0.1", "127.1", "0x7f.0.0.1", "fe80::1%1", "fe80::1%", "[::1]", "::ffff:010.0.0.1", "02001:db8::",
      "\u0661.0.0.1", "1::2::3", ""})
  void whatCanBeReadInTwoWaysIsNoAddress(String text) {
    assertThat(AddressRange.address(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "2001:db8::/32, 2001:db8::/32",
      "2001:0DB8:0:0:0:0:0:0/32, 2001:db8::/32",
      "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
      "2001:0:0:1:0:0:0:1, 2001:0:0:1::1/128",
      "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
      "::/0, ::/0",
      "::1, ::1/128",
      "1::, 1::/128",
      "::ffff:192.0.2.0/120, 192.0.2.0/24",
      "0:0:0:0:0:ffff:c000:201, 192.0.2.1/32",
      "64:ff9b::192.0.2.1, 64:ff9b::c000:201/128",
      "192.0.2.0/24, 192.0.2.0/24"})
  void aRangeIsShownInTheFormOfRfc5952(String written, String shown) {
    assertThat(range(written)).hasToString(shown);
    assertThat(AddressRange.exactly(written)).contains(range(shown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7/24", "2001:db8::1/32", "::ffff:192.0.2.7/120", "10.0.0.1/0"})
  void aRangeWithBitsBehindItsPrefixIsNotExact(String text) {
    assertThat(AddressRange.of(text)).isPresent();
    assertThat(AddressRange.exactly(text)).isEmpty();
  }

  @Test
  void anAddressHasNoPrefixAndNoZone() {
    assertThat(AddressRange.address("192.0.2.7").map(InetAddress::getHostAddress)).contains("192.0.2.7");
    assertThat(AddressRange.address("192.0.2.7/32")).isEmpty();
    assertThat(AddressRange.address("shop.example")).isEmpty();
    assertThat(AddressRange.address("1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "2001:DB8:0:0:0:0:0:0/32, 2001:db8::/32",
      "2001:0db8::0001, 2001:db8::1/128",
      "::, ::/128",
      "::1, ::1/128",
      "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
      "2001:0:0:1:0:0:0:1, 2001:0:0:1::1/128",
      "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
      "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::/128",
      "::ffff:192.0.2.0/120, 192.0.2.0/24",
      "64:ff9b::192.0.2.33, 64:ff9b::c000:221/128",
      "192.0.2.7, 192.0.2.7/32",
      "0.0.0.0/0, 0.0.0.0/0"})
  void aRangeIsWrittenAsRfc5952HasItAndReadsBackAsItself(String sent, String written) {
    assertThat(range(sent)).hasToString(written);
    assertThat(range(written)).isEqualTo(range(sent));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      192.0.2.0/24   | 192.0.2.0/24                              | true
      192.0.2.7/32   | 203.0.113.0/24 192.0.2.0/24               | true
      192.0.2.0/24   | 192.0.2.0/25                              | false
      192.0.2.0/24   | 192.0.2.0/25 192.0.2.128/25               | true
      192.0.2.0/24   | 192.0.2.0/25 192.0.2.128/26 192.0.2.192/26 | true
      192.0.2.0/24   | 192.0.2.0/25 192.0.2.128/26 192.0.2.192/27 | false
      192.0.2.0/24   | 192.0.3.0/24                              | false
      0.0.0.0/0      | 0.0.0.0/1 128.0.0.0/1                     | true
      0.0.0.0/0      | ::/0                                      | false
      ::/0           | 0.0.0.0/0                                 | false
      2001:db8::/32  | 2001:db8::/33 2001:db8:8000::/33          | true
      2001:db8::/32  | 2001:db8::/128                            | false
      192.0.2.7/32   | 192.0.2.7/32                              | true
      """)
  void aRangeIsWithinOthersThatCoverItTogether(String range, String others, boolean within) {
    List<AddressRange> all = Arrays.stream(others.split(" ")).map(AddressRangeTest::range).toList();
    assertThat(range(range).isWithin(all)).isEqualTo(within);
  }

  @Test
  void withinNothingIsNothing() {
    assertThat(range("192.0.2.7").isWithin(List.of())).isFalse();
  }

  @Test
  void aPrefixThatDoesNotFitTheAddressIsABugOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(address("192.0.2.0"), 33));
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressRange(address("192.0.2.0"), -1));
  }

  private static AddressRange range(String text) {
    return AddressRange.of(text).orElseThrow();
  }

  private static InetAddress address(String text) {
    return AddressRange.address(text).orElseThrow();
  }
}

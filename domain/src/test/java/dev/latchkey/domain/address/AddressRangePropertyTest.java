package dev.latchkey.domain.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AddressRangePropertyTest {

  @Property
  void anIpv4RangeHoldsWhatSharesItsFirstBits(
      @ForAll int network, @ForAll int address, @ForAll @IntRange(max = 32) int prefix) throws UnknownHostException {
    AddressRange range = new AddressRange(ipv4(network), prefix);
    boolean shared = prefix == 0 || (network ^ address) >>> (Integer.SIZE - prefix) == 0;

    assertThat(range.contains(ipv4(address))).isEqualTo(shared);
    assertThat(range.contains(ipv4(network))).isTrue();
  }

  @Property
  void aRangeHoldsItsNeighbourExactlyWhereTheyDifferBehindThePrefix(
      @ForAll @Size(16) byte[] network, @ForAll @IntRange(max = 128) int prefix,
      @ForAll @IntRange(max = 127) int flipped)
      throws UnknownHostException {
    byte[] neighbour = network.clone();
    neighbour[flipped / Byte.SIZE] ^= (byte) (0x80 >> flipped % Byte.SIZE);
    InetAddress here = InetAddress.getByAddress(network);
    InetAddress there = InetAddress.getByAddress(neighbour);
    if (here.getAddress().length == 16 && there.getAddress().length == 16) {
      assertThat(new AddressRange(here, prefix).contains(there)).isEqualTo(flipped >= prefix);
    }
  }

  @Property
  void aRangeReadsAsItIsShown(@ForAll @Size(16) byte[] network, @ForAll @IntRange(max = 128) int prefix)
      throws UnknownHostException {
    AddressRange range = new AddressRange(InetAddress.getByAddress(network), prefix);

    assertThat(AddressRange.of(range.toString())).contains(range);
  }

  @Property
  void anAddressReadsAsItIsWritten(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);

    assertThat(AddressRange.address(AddressText.of(address))).contains(address);
    assertThat(AddressText.of(address)).doesNotContain(":::").matches("[0-9a-f:.]+");
  }

  @Property
  void anyTextAtAllIsARangeOrNone(@ForAll String text) {
    assertThat(AddressRange.of(text)).satisfiesAnyOf(
        range -> assertThat(range).isEmpty(),
        range -> assertThat(AddressRange.of(range.orElseThrow().toString())).isEqualTo(range));
  }

  private static InetAddress ipv4(int bits) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[]{(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
  }
}

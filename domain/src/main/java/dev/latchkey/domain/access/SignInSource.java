package dev.latchkey.domain.access;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The source of attempts to sign in or to authenticate, which are counted together: one IPv4 address, or one IPv6 network
 * of 64 bits, of which a single machine has all addresses.
 *
 * @param network its bits in hexadecimal; empty: all whose address is not known
 */
public record SignInSource(String network) {

  private static final int BYTES_OF_A_NETWORK = 8;

  public static SignInSource of(Optional<InetAddress> address) {
    return new SignInSource(address.map(SignInSource::network).orElse(""));
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES_OF_A_NETWORK));
  }
}

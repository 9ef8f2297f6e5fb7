package dev.latchkey.domain.rate;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The source by which attempts to sign in or to authenticate are counted: one IPv4 address, or one IPv6 network of 64
 * bits, because a single machine can use all of its addresses.
 *
 * @param network the network's bits in hexadecimal; empty for all requests without a known address
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

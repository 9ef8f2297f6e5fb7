package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.address.AddressRange;
import io.micronaut.http.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of the client: the peer of the connection or, if the peer is a trusted proxy, the right-most hop of
 * {@code X-Forwarded-For} that is not a trusted proxy. Hops further left are written by the client and are ignored. The
 * {@code Forwarded} header is not read: a proxy that writes {@code X-Forwarded-For} passes on what the client wrote
 * into {@code Forwarded}.
 */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([\\d.]+):\\d+");

  private final List<AddressRange> trustedProxies;

  /** @param trustedProxies proxies whose {@code X-Forwarded-For} is trusted; empty: none */
  public ClientAddress(List<AddressRange> trustedProxies) {
    this.trustedProxies = List.copyOf(trustedProxies);
  }

  /** Returns the client's address; empty if the deciding hop is not an IP address. */
  public Optional<InetAddress> of(InetSocketAddress peer, HttpHeaders headers) {
    Optional<InetAddress> address = Optional.ofNullable(peer.getAddress());
    if (trustedProxies.isEmpty()) {
      return address;
    }
    List<String> hops = hops(headers);
    while (address.filter(this::isTrusted).isPresent() && !hops.isEmpty()) {
      address = read(hops.removeLast());
    }
    return address;
  }

  /** Returns whether the address is one of a trusted proxy. */
  public boolean isTrusted(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> hops(HttpHeaders headers) {
    List<String> hops = new ArrayList<>();
    for (String header : headers.getAll(FORWARDED_FOR)) {
      for (String hop : header.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  private static Optional<InetAddress> read(String hop) {
    Matcher withPort = WITH_PORT.matcher(hop);
    if (!withPort.matches()) {
      return AddressRange.address(hop);
    }
    return AddressRange.address(withPort.group(1) == null ? withPort.group(2) : withPort.group(1));
  }
}

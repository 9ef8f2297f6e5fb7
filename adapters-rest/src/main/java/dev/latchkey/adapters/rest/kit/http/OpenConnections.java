package dev.latchkey.adapters.rest.kit.http;

import io.netty.channel.Channel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counter of open connections, which admits new ones up to the limits. */
final class OpenConnections {

  /** Bytes of the prefix that one subscriber usually has, which therefore counts as one address. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private final HttpLimits limits;
  private final int most;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentMap<String, Integer> byNetwork = new ConcurrentHashMap<>();

  OpenConnections(HttpLimits limits) {
    this(limits, HttpLimits.MOST_CONNECTIONS);
  }

  OpenConnections(HttpLimits limits, int most) {
    this.limits = limits;
    this.most = most;
  }

  /** Counts the connection until it is closed. Returns the limit that it exceeds, if any. */
  Optional<Drops.What> admit(Channel connection) {
    boolean tooMany = all.incrementAndGet() > most;
    Optional<String> network = network(connection);
    boolean tooManyOfAddress = network.isPresent()
        && byNetwork.merge(network.get(), 1, Integer::sum) > limits.connectionsPerAddress();
    connection.closeFuture().addListener(_ -> {
      all.decrementAndGet();
      network.ifPresent(this::leave);
    });
    if (tooMany) {
      return Optional.of(Drops.What.CONNECTION);
    }
    return tooManyOfAddress ? Optional.of(Drops.What.CONNECTION_OF_ADDRESS) : Optional.empty();
  }

  private void leave(String network) {
    byNetwork.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
  }

  /** Returns the network whose share the connection uses; empty if only the limit for all applies. */
  private Optional<String> network(Channel connection) {
    if (!(connection.remoteAddress() instanceof InetSocketAddress remote) || remote.getAddress() == null) {
      return Optional.empty();
    }
    InetAddress address = remote.getAddress();
    if (limits.isProxy().test(address)) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    int length = address instanceof Inet4Address ? bytes.length : IPV6_NETWORK_BYTES;
    return Optional.of(HexFormat.of().formatHex(bytes, 0, length));
  }
}

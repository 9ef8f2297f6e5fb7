package dev.latchkey.adapters.rest.kit.http;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Limits for what one client may use of the HTTP server.
 *
 * @param connectionsPerAddress open connections from one IPv4 address or one IPv6 network of 64 bits
 * @param isProxy whether an address is a proxy, whose connections carry many clients, so that only the limit for all
 *        applies
 * @param bodyLimit limit of each request body, 1 MiB at most
 */
public record HttpLimits(int connectionsPerAddress, Predicate<InetAddress> isProxy, BodyLimit bodyLimit) {

  /** Longest body of an API request, in bytes. */
  public static final int LONGEST_BODY = 1024 * 1024;

  /** Connections for each address if nothing else is configured. */
  public static final int DEFAULT_CONNECTIONS_PER_ADDRESS = 2_000;

  /** Open connections of all addresses together. */
  public static final int MOST_CONNECTIONS = 20_000;

  static final HttpLimits DEFAULT = new HttpLimits(DEFAULT_CONNECTIONS_PER_ADDRESS, _ -> false, (_, _) -> LONGEST_BODY);
}

package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.Permission;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts about a request that access is decided by, besides its credentials.
 *
 * @param permission the required permission; empty if any valid key suffices
 * @param address the client's address; empty if unknown
 * @param at the time of the request, by the wall clock
 */
public record AccessRequest(Optional<Permission> permission, Optional<InetAddress> address, Instant at) {

  AccessRequest requiring(Permission needed) {
    return new AccessRequest(Optional.of(needed), address, at);
  }
}

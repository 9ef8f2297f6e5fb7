package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.Permission;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request wants to do, besides proving who it is.
 *
 * @param permission what it takes; empty where any valid key will do
 * @param address where it comes from; empty where that is not known
 * @param at when, by the wall clock
 */
public record AccessRequest(Optional<Permission> permission, Optional<InetAddress> address, Instant at) {}

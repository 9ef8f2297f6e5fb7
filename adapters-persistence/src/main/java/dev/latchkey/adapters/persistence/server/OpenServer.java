package dev.latchkey.adapters.persistence.server;

import java.sql.Connection;

/**
 * A new connection to a server, with the session settings that this adapter needs.
 *
 * @param name the address of the server, for messages
 * @param identity what tells the server from every other one, also from one that is reached by the same address
 * @param topology how the server replicates
 * @param isReadOnly an SQL expression that is true while the server takes no writes
 */
public record OpenServer(String name, String identity, Topology topology, String isReadOnly, Connection connection) {}

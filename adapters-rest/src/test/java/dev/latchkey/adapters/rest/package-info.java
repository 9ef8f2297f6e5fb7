/** The HTTP API over a real server, with driving ports that return what a test asks for. */
@NullMarked
package dev.latchkey.adapters.rest;

import org.jspecify.annotations.NullMarked;

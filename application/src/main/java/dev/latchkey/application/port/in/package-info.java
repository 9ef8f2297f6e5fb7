/** The driving ports: what the application offers, one interface per kind of client interaction. */
@NullMarked
package dev.latchkey.application.port.in;

import org.jspecify.annotations.NullMarked;

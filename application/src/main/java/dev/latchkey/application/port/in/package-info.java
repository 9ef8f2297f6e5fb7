/** What the application offers: one interface per conversation that somebody has with it. */
@NullMarked
package dev.latchkey.application.port.in;

import org.jspecify.annotations.NullMarked;

/** What both kinds of port share. */
@NullMarked
package dev.latchkey.application.port;

import org.jspecify.annotations.NullMarked;

/** Driving adapter: the commands of the server's command line. Option parsing, reports and exit statuses. */
@NullMarked
package dev.latchkey.adapters.cli;

import org.jspecify.annotations.NullMarked;

/** A MySQL server whose defaults are all hostile, users who lack rights, and a server that refuses writes. */
@NullMarked
package dev.latchkey.bootstrap.hostile;

import org.jspecify.annotations.NullMarked;

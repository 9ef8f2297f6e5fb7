/** The published contract, line by line, against the running server. */
@NullMarked
package dev.latchkey.bootstrap.contract;

import org.jspecify.annotations.NullMarked;

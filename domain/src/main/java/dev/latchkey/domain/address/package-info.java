/** Network addresses and ranges of them. */
@NullMarked
package dev.latchkey.domain.address;

import org.jspecify.annotations.NullMarked;

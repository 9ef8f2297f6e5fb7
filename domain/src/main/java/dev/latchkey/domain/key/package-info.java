/** API keys: format, masked form, storage and lifecycle. */
@NullMarked
package dev.latchkey.domain.key;

import org.jspecify.annotations.NullMarked;

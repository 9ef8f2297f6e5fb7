/** API keys: their format, their masked form, how they are stored, and their life. */
@NullMarked
package dev.latchkey.domain.key;

import org.jspecify.annotations.NullMarked;

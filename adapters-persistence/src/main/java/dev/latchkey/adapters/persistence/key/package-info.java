/** API keys in rows, and when they were last used. */
@NullMarked
package dev.latchkey.adapters.persistence.key;

import org.jspecify.annotations.NullMarked;

/** Stores API keys and the time of their last use. */
@NullMarked
package dev.latchkey.adapters.persistence.key;

import org.jspecify.annotations.NullMarked;

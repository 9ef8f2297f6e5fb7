/** Texts that clients hand back and never look into: ids and cursors. */
@NullMarked
package dev.latchkey.adapters.rest.opaque;

import org.jspecify.annotations.NullMarked;

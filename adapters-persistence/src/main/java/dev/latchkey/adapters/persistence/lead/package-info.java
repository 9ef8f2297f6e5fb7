/** Stores leads. */
@NullMarked
package dev.latchkey.adapters.persistence.lead;

import org.jspecify.annotations.NullMarked;

/** Stores campaigns. */
@NullMarked
package dev.latchkey.adapters.persistence.campaign;

import org.jspecify.annotations.NullMarked;

/** Ids of all entities. In their own package, so that other packages can use them without depending on each other. */
@NullMarked
package dev.latchkey.domain.id;

import org.jspecify.annotations.NullMarked;

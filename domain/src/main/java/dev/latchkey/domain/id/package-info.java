/** The identity of each thing that has one. Kept apart so that no two parts need each other for a name. */
@NullMarked
package dev.latchkey.domain.id;

import org.jspecify.annotations.NullMarked;

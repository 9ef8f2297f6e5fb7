/** The access decision: the ordered checks of every request, and the proofs that an admitted request receives. */
@NullMarked
package dev.latchkey.domain.access;

import org.jspecify.annotations.NullMarked;

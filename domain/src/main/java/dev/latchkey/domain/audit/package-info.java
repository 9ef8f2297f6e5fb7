/** Who did what, when and from where, in a chain that shows tampering. */
@NullMarked
package dev.latchkey.domain.audit;

import org.jspecify.annotations.NullMarked;

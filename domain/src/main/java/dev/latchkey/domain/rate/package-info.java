/** Limits on how often something may happen, and the results of counting. */
@NullMarked
package dev.latchkey.domain.rate;

import org.jspecify.annotations.NullMarked;

/** Refused requests that are recorded, and what their records contain. */
@NullMarked
package dev.latchkey.domain.refusal;

import org.jspecify.annotations.NullMarked;

/** The decision: the ordered questions that every request must pass, and what passing them entitles to. */
@NullMarked
package dev.latchkey.domain.access;

import org.jspecify.annotations.NullMarked;

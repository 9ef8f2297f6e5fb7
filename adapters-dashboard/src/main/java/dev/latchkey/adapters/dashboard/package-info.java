/** The pages for people: who may see one, what it needs of the core, and the answer. */
@NullMarked
package dev.latchkey.adapters.dashboard;

import org.jspecify.annotations.NullMarked;

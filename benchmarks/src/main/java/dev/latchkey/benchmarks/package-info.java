/** What the benchmarks share: the core and the stores without HTTP. */
@NullMarked
package dev.latchkey.benchmarks;

import org.jspecify.annotations.NullMarked;

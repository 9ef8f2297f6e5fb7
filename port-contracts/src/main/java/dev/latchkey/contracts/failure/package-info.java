/** Contract of every port of a store that cannot be reached. */
@NullMarked
package dev.latchkey.contracts.failure;

import org.jspecify.annotations.NullMarked;

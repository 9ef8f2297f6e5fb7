/** Contract of the port that notes refused requests. */
@NullMarked
package dev.latchkey.contracts.refusal;

import org.jspecify.annotations.NullMarked;

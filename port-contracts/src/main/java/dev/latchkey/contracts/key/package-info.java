/** Contracts of the ports for API keys: storing, finding, limiting and recording their use. */
@NullMarked
package dev.latchkey.contracts.key;

import org.jspecify.annotations.NullMarked;

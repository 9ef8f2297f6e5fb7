/** API keys: for their tenant, and for the operator. */
@NullMarked
package dev.latchkey.adapters.rest.key;

import org.jspecify.annotations.NullMarked;

/** The first version of the API, which names the tenant in the body. */
@NullMarked
package dev.latchkey.adapters.rest.v1;

import org.jspecify.annotations.NullMarked;

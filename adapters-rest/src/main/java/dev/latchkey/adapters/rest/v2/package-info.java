/** The second version of the API, which finds the tenant from the key. */
@NullMarked
package dev.latchkey.adapters.rest.v2;

import org.jspecify.annotations.NullMarked;

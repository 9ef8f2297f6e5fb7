/** Tenants, for the operator. */
@NullMarked
package dev.latchkey.adapters.rest.tenant;

import org.jspecify.annotations.NullMarked;

/** Campaigns of a tenant. */
@NullMarked
package dev.latchkey.adapters.rest.campaign;

import org.jspecify.annotations.NullMarked;

/** Tenants and the people who work for them. */
@NullMarked
package dev.latchkey.domain.tenant;

import org.jspecify.annotations.NullMarked;

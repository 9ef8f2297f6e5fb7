/** Stores the refused requests that tenants can look up. */
@NullMarked
package dev.latchkey.adapters.persistence.refusal;

import org.jspecify.annotations.NullMarked;

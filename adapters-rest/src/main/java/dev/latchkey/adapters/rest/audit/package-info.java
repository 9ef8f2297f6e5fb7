/** The audit trail: for the tenant, and for the operator. */
@NullMarked
package dev.latchkey.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;

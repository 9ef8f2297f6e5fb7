/** Stores the audit trail: events, and the head of each tenant's chain. */
@NullMarked
package dev.latchkey.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;

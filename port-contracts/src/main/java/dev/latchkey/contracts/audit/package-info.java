/** Contracts of the audit trail: what stores append, and how it is read. */
@NullMarked
package dev.latchkey.contracts.audit;

import org.jspecify.annotations.NullMarked;

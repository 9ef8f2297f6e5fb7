/** The page of the audit trail. */
@NullMarked
package dev.latchkey.adapters.dashboard.audit;

import org.jspecify.annotations.NullMarked;

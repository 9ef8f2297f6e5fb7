/** The tamper-evident audit trail: who did what, when and from where. */
@NullMarked
package dev.latchkey.domain.audit;

import org.jspecify.annotations.NullMarked;

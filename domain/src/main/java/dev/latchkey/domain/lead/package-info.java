/** Leads: the people whom a campaign calls. */
@NullMarked
package dev.latchkey.domain.lead;

import org.jspecify.annotations.NullMarked;

/** Leads of a campaign: version 1, version 2 and in bulk. */
@NullMarked
package dev.latchkey.adapters.rest.lead;

import org.jspecify.annotations.NullMarked;

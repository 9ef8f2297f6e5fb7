/** What the tenant's API and the operator's answer alike, once it is settled whose affairs are concerned. */
@NullMarked
package dev.latchkey.adapters.rest.desk;

import org.jspecify.annotations.NullMarked;

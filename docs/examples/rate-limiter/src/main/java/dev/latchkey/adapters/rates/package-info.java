/** Rates of keys, counted in the memory of one server. */
@NullMarked
package dev.latchkey.adapters.rates;

import org.jspecify.annotations.NullMarked;

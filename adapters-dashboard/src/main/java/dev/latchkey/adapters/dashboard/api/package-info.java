/** The page that leads to the description of the API. */
@NullMarked
package dev.latchkey.adapters.dashboard.api;

import org.jspecify.annotations.NullMarked;

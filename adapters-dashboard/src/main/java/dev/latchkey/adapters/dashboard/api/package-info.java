/** The page that links to the description of the API. */
@NullMarked
package dev.latchkey.adapters.dashboard.api;

import org.jspecify.annotations.NullMarked;

/** The page that explains why a request was granted or refused. */
@NullMarked
package dev.latchkey.adapters.dashboard.why;

import org.jspecify.annotations.NullMarked;

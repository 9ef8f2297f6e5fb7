/** Signing in and out, the filter that finds the session of a request, and the pages of the own account. */
@NullMarked
package dev.latchkey.adapters.dashboard.session;

import org.jspecify.annotations.NullMarked;

/** Signing in and out, the filter that finds the session of a request, and the pages of a member's own account. */
@NullMarked
package dev.latchkey.adapters.dashboard.session;

import org.jspecify.annotations.NullMarked;

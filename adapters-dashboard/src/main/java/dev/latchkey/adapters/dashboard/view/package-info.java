/** What the templates show. Public because templates are compiled into a package of their own. */
@NullMarked
package dev.latchkey.adapters.dashboard.view;

import org.jspecify.annotations.NullMarked;

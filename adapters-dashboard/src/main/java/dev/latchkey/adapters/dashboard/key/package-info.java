/** The pages under Settings &gt; API Keys: list, generate, copy once, edit, toggle, rotate, delete. */
@NullMarked
package dev.latchkey.adapters.dashboard.key;

import org.jspecify.annotations.NullMarked;

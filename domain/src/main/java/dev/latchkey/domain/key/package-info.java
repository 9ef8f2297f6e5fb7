/** API keys: settings, status and lifecycle. */
@NullMarked
package dev.latchkey.domain.key;

import org.jspecify.annotations.NullMarked;

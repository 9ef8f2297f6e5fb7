@NullMarked
package dev.latchkey.adapters.rest.once;

import org.jspecify.annotations.NullMarked;

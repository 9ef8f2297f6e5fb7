@NullMarked
package dev.latchkey.adapters.rest.opaque;

import org.jspecify.annotations.NullMarked;

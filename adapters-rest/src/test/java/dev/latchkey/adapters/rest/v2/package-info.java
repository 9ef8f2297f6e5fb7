@NullMarked
package dev.latchkey.adapters.rest.v2;

import org.jspecify.annotations.NullMarked;

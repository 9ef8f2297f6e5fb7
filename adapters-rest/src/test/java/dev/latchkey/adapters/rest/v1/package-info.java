@NullMarked
package dev.latchkey.adapters.rest.v1;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.latchkey.adapters.rest.input;

import org.jspecify.annotations.NullMarked;

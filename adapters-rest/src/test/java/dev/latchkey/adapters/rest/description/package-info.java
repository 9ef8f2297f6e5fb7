@NullMarked
package dev.latchkey.adapters.rest.description;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.latchkey.adapters.rest.access;

import org.jspecify.annotations.NullMarked;

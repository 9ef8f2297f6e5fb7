@NullMarked
package dev.latchkey.adapters.rest.desk;

import org.jspecify.annotations.NullMarked;

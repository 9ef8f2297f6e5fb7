@NullMarked
package dev.latchkey.adapters.rest.platform;

import org.jspecify.annotations.NullMarked;

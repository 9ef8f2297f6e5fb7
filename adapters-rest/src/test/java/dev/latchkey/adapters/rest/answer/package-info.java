@NullMarked
package dev.latchkey.adapters.rest.answer;

import org.jspecify.annotations.NullMarked;

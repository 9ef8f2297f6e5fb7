@NullMarked
package dev.latchkey.adapters.rest.http;

import org.jspecify.annotations.NullMarked;

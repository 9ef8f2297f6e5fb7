/** HTTP itself, where the server below is more lenient than its clients can rely on. */
@NullMarked
package dev.latchkey.adapters.rest.http;

import org.jspecify.annotations.NullMarked;

/** Whether the description of the API and the running server accept and refuse the same bodies. */
@NullMarked
package dev.latchkey.bootstrap.description;

import org.jspecify.annotations.NullMarked;

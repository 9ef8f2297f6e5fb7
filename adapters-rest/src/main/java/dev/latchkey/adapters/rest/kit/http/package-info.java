/** HTTP server rules: limits of size, time and connections, cross-origin requests, strict parsing. */
@NullMarked
package dev.latchkey.adapters.rest.kit.http;

import org.jspecify.annotations.NullMarked;

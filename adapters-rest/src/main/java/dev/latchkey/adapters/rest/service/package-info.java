/** What the server says of itself: its version and what its problems mean. */
@NullMarked
package dev.latchkey.adapters.rest.service;

import org.jspecify.annotations.NullMarked;

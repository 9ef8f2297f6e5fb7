/** What the things of the domain look like in JSON, in and out. */
@NullMarked
package dev.latchkey.adapters.rest.resource;

import org.jspecify.annotations.NullMarked;

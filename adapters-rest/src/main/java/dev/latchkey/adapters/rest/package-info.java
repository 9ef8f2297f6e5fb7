/** Driving adapter: the HTTP API. Here stands what whoever starts the server hands in; the rest is inside. */
@NullMarked
package dev.latchkey.adapters.rest;

import org.jspecify.annotations.NullMarked;

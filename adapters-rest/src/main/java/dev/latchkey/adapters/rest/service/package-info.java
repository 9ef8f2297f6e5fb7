/** Information about the server: version, health, API description, and the meaning of problems. */
@NullMarked
package dev.latchkey.adapters.rest.service;

import org.jspecify.annotations.NullMarked;

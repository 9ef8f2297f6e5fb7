/**
 * Generates an OpenAPI document from code at build time: requests from their decoders, responses from the records that
 * are written, required credentials from the routes.
 *
 * <p>A feature describes each of its routes as an {@link dev.latchkey.adapters.rest.description.Operation}: its name,
 * the decoder of its body or query, an example of its successful response, and the problems that only it has. The rest
 * follows from the route: permission, 401, 403, 404 for the ids in the path, 400, 413 and 415 for a body,
 * {@code Idempotency-Key} for a POST.
 */
@NullMarked
package dev.latchkey.adapters.rest.description;

import org.jspecify.annotations.NullMarked;

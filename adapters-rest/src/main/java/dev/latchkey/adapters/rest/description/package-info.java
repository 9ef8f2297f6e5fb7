/**
 * Generates the API description, an OpenAPI document, from the code at build time: requests from their decoders,
 * responses from the records that are written, required credentials from the routes.
 *
 * <p>A new route needs one entry of a few lines in {@link dev.latchkey.adapters.rest.description.Operations}: its name,
 * the decoder of its body or query, its successful response, and the problems that only it has.
 * {@link dev.latchkey.adapters.rest.description.Operation} adds what all such routes have: permission, 401, 403, 404
 * for the ids in the path, 400, 413 and 415 for a body, {@code Idempotency-Key} for a POST. A record that is new in
 * responses needs an example in {@link dev.latchkey.adapters.rest.description.Examples}. Then rewrite
 * {@code docs/openapi.yaml} with the command that the failing test names.
 */
@NullMarked
package dev.latchkey.adapters.rest.description;

import org.jspecify.annotations.NullMarked;

/**
 * The API's description, an OpenAPI document, made from the code when it is built: what is sent from the shapes that read
 * it, what is told from the records that are written, who may from the routes themselves.
 *
 * <p>A new route needs one entry in {@link dev.latchkey.adapters.rest.description.Operations}, of a few lines: what it is
 * called, which shape reads its body or query, what it tells when it succeeds, and the problems that are its own. What
 * every such route has is added by {@link dev.latchkey.adapters.rest.description.Operation}: permission, 401, 403, 404 for
 * the ids in the path, 400, 413 and 415 for a body, {@code Idempotency-Key} for a POST. A record that was not told before
 * needs an example in {@link dev.latchkey.adapters.rest.description.Examples}. Then rewrite {@code docs/openapi.yaml}
 * with the command that the failing test names.
 */
@NullMarked
package dev.latchkey.adapters.rest.description;

import org.jspecify.annotations.NullMarked;

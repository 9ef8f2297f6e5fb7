/** What all answers have in common: the envelope, the problems and the request id. */
@NullMarked
package dev.latchkey.adapters.rest.answer;

import org.jspecify.annotations.NullMarked;

/** Fields that several resources share. */
@NullMarked
package dev.latchkey.adapters.rest.field;

import org.jspecify.annotations.NullMarked;

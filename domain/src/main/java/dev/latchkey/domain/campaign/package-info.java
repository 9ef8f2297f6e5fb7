/** Voice campaigns and when they may call. */
@NullMarked
package dev.latchkey.domain.campaign;

import org.jspecify.annotations.NullMarked;

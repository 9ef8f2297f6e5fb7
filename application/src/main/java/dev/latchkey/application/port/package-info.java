/** Types that driving and driven ports share. */
@NullMarked
package dev.latchkey.application.port;

import org.jspecify.annotations.NullMarked;

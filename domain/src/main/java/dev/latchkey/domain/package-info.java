/** Types that all parts of the domain share: names, updates and pages. */
@NullMarked
package dev.latchkey.domain;

import org.jspecify.annotations.NullMarked;

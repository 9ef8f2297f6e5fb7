/** Words that every part of the domain uses: names, edits and pages. */
@NullMarked
package dev.latchkey.domain;

import org.jspecify.annotations.NullMarked;

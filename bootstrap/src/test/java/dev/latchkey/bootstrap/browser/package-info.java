/** The dashboard as people see it: the real server in a real browser. */
@NullMarked
package dev.latchkey.bootstrap.browser;

import org.jspecify.annotations.NullMarked;

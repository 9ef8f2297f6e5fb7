/** The use cases: one class per driving port, implemented with the driven ports. */
@NullMarked
package dev.latchkey.application.usecase;

import org.jspecify.annotations.NullMarked;

/** One class per driving port: how its promises are kept with the driven ones. */
@NullMarked
package dev.latchkey.application.usecase;

import org.jspecify.annotations.NullMarked;

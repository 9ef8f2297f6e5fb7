/** A bare Micronaut server that says hello. */
@NullMarked
package dev.latchkey.benchmarks.hello;

import org.jspecify.annotations.NullMarked;

/** What running processes carry: each class is a program that prints a table. */
@NullMarked
package dev.latchkey.benchmarks.load;

import org.jspecify.annotations.NullMarked;

/** What a decision and its parts cost, by JMH. */
@NullMarked
package dev.latchkey.benchmarks.decision;

import org.jspecify.annotations.NullMarked;

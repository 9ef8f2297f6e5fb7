/**
 * A campaign of faults against servers on a replicated database: it injects faults under load, records each call, and
 * checks the history of calls against what Latchkey promises.
 */
@NullMarked
package dev.latchkey.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;

package dev.latchkey.benchmarks.cluster;

/** A part of the load, which is done step by step. A step is one call, and does not fail where a call fails. */
@FunctionalInterface
interface Work {

  void step();
}

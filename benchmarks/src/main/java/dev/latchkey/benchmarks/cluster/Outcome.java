package dev.latchkey.benchmarks.cluster;

/** How a call ended. */
sealed interface Outcome {

  /**
   * The check was granted, or the change was acknowledged.
   *
   * @param version the version of the record after the change, 0 if the response has none
   */
  record Acknowledged(long version) implements Outcome {}

  /**
   * The check was refused, or the change was refused and had no effect.
   *
   * @param code the code of the problem
   */
  record Refused(String code) implements Outcome {}

  /**
   * No response, or one that leaves open whether the change takes effect, now or later.
   *
   * @param reason the status, or the kind of the error
   */
  record Unknown(String reason) implements Outcome {}

  /**
   * The result of a read.
   *
   * @param times how many records of the subject there are, 0 if it is absent
   * @param version the version of the record, 0 if it has none
   */
  record Found(State state, int times, long version) implements Outcome {}
}

package dev.latchkey.benchmarks.cluster;

import java.time.Duration;

/** The faults, each with the limits of the time without writes. */
enum FaultKind {
  CRASH("kill -9 of the primary", false, false),
  PAUSE("SIGSTOP and SIGCONT of the primary", false, false),
  PRIMARY_CUT_OFF("the primary cut off from the others", true, false),
  SECONDARY_CUT_OFF("a secondary cut off from the others", true, false),
  NODE_CUT_OFF("a node cut off from the primary alone", true, true),
  PRIMARY_LEAVES("the primary leaves, and one node reaches it alone", true, true),
  PLANNED_SWITCH("planned switch", false, false),
  ROLLING_RESTART("rolling restart", false, false),
  LOSS_OF_MAJORITY("loss of two of three", false, false);

  /** From the election by the database itself, or from its return, until each node acknowledges a change. */
  static final Duration AFTER_ELECTION = Duration.ofSeconds(5);
  /** Of all times without writes of a planned switch. */
  static final Duration OF_A_SWITCH = Duration.ofSeconds(3);

  private final String label;
  private final boolean needsNetwork;
  private final boolean holdsNodeOff;

  FaultKind(String label, boolean needsNetwork, boolean holdsNodeOff) {
    this.label = label;
    this.needsNetwork = needsNetwork;
    this.holdsNodeOff = holdsNodeOff;
  }

  String label() {
    return label;
  }

  /** Whether packets have to be dropped, which takes a network of hosts. */
  boolean needsNetwork() {
    return needsNetwork;
  }

  /** Whether one node reaches no server that takes writes until the fault ends. */
  boolean holdsNodeOff() {
    return holdsNodeOff;
  }
}

package dev.latchkey.benchmarks.cluster;

import java.time.Duration;

/** The faults, each with the limits of the time without writes. */
enum FaultKind {
  CRASH("kill -9 of the primary", false),
  PAUSE("SIGSTOP and SIGCONT of the primary", false),
  PRIMARY_CUT_OFF("the primary cut off from the others", true),
  SECONDARY_CUT_OFF("a secondary cut off from the others", true),
  NODE_CUT_OFF("a node cut off from the primary alone", true),
  PLANNED_SWITCH("planned switch", false),
  ROLLING_RESTART("rolling restart", false),
  LOSS_OF_MAJORITY("loss of two of three", false);

  /** From the election by the database itself, or from its return, until each node acknowledges a change. */
  static final Duration AFTER_ELECTION = Duration.ofSeconds(5);
  /** Of all times without writes of a planned switch. */
  static final Duration OF_A_SWITCH = Duration.ofSeconds(3);

  private final String label;
  private final boolean needsNetwork;

  FaultKind(String label, boolean needsNetwork) {
    this.label = label;
    this.needsNetwork = needsNetwork;
  }

  String label() {
    return label;
  }

  /** Whether packets have to be dropped, which takes a network of hosts. */
  boolean needsNetwork() {
    return needsNetwork;
  }
}

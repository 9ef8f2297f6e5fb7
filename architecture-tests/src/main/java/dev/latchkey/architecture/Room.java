package dev.latchkey.architecture;

/** The packages that a layout names, each with its name in the usual layout. */
public enum Room {

  /** Values, decisions and outcomes. */
  DOMAIN("domain", "domain"),
  /** The ports through which adapters call the core. */
  DRIVING_PORTS("driving ports", "application.port.in"),
  /** The ports through which the core calls adapters. */
  DRIVEN_PORTS("driven ports", "application.port.out"),
  /** The implementations of the driving ports. */
  USE_CASES("use cases", "application.usecase"),
  /** All adapters, each in its own subpackage. */
  ADAPTERS("adapters", "adapters"),
  /** The only adapter that may name database types. Its name is that of a subpackage of the adapters. */
  PERSISTENCE("persistence", "persistence"),
  /** The wiring, the only package that may depend on all others. */
  BOOTSTRAP("bootstrap", "bootstrap");

  private final String label;
  private final String usualName;

  Room(String label, String usualName) {
    this.label = label;
    this.usualName = usualName;
  }

  /** Returns what messages call this room. */
  String label() {
    return label;
  }

  String usualName() {
    return usualName;
  }
}

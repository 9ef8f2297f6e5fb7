package dev.latchkey.adapters.persistence.server;

/** How the servers of the database replicate, which decides what a read on one of them guarantees. */
public sealed interface Topology {

  /** Returns the short name, for metrics and messages. */
  String label();

  /** Returns what an operator can rely on, as sentences. */
  String guarantee();

  /** Returns whether a server that is found with another topology later was taken out of its group or cluster. */
  default boolean isLostBy(Topology found) {
    return switch (this) {
      case Embedded(),Single() -> false;
      case Group(),Galera() -> !equals(found);
    };
  }

  /** H2 in this process. */
  record Embedded() implements Topology {
    @Override
    public String label() {
      return "embedded";
    }

    @Override
    public String guarantee() {
      return "One process uses the database. For evaluation, not for production.";
    }
  }

  /** One server of MySQL or MariaDB, or the source of replicas that replicate asynchronously. */
  record Single() implements Topology {
    @Override
    public String label() {
      return "single";
    }

    @Override
    public String guarantee() {
      return "A revoked key is refused within one second. If replicas copy this server asynchronously, a failover to "
          + "one of them can lose acknowledged revocations.";
    }
  }

  /** MySQL Group Replication, the engine of InnoDB Cluster. */
  record Group() implements Topology {
    @Override
    public String label() {
      return "group";
    }

    @Override
    public String guarantee() {
      return "A revoked key is refused within one second, also while members fail or are cut off.";
    }
  }

  /** A Galera cluster. */
  record Galera() implements Topology {
    @Override
    public String label() {
      return "galera";
    }

    @Override
    public String guarantee() {
      return "A revoked key is refused within one second, also while members fail or are cut off.";
    }
  }
}

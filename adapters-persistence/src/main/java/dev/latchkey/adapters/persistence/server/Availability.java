package dev.latchkey.adapters.persistence.server;

/** Whether a server of the database can be used, by the last attempt to find one. */
public enum Availability {

  AVAILABLE,

  /** A server answers and takes no writes; none can be used. */
  READ_ONLY,

  /** A server answers and is no online member of its group; none can be used. */
  NOT_IN_ITS_GROUP,

  /** None answers, or each refuses the user. */
  UNREACHABLE
}

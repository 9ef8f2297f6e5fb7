package dev.latchkey.bootstrap.revocation;

/** The server that the nodes of a fleet share, and which can be stopped and started as its operator would. */
sealed interface DatabaseServer permits GivenServer, MariaDb {

  /** Its JDBC URL. */
  String url();

  /** One who may create databases there. */
  String username();

  String password();

  /** Ends its process; what it holds stays. */
  void halt();

  /** Starts it again at the same address. */
  void resume();
}

package dev.latchkey.adapters.cli;

import java.util.Arrays;
import java.util.Optional;

/** The commands that examine or prepare the store of a server. */
public enum StoreCommand {
  CHECK("check",
      """
          Examines whether a server can start: the settings, the database, the privileges of its user, the schema and the peppers.
          Changes nothing: it runs no migration, records no pepper and makes no file.

            java -jar latchkey.jar check [--json]

            --json   print one JSON object instead of lines
            --help   print this

          It reads the settings of the server, waits for the database for three seconds, and can run beside the server; with
          the embedded database only without it. One line for each subject: ok or FAULT, and what was found. The line
          below a fault is the remedy.

          Exit status:
            0   a server would start
            1   something would stop the start
            2   wrong arguments
          """),
  MIGRATE("migrate",
      """
          Brings the database to the schema version of this server, as the start does, and prints each migration that was run.
          With it the user of the server needs no right to change the schema: run it with another user before the new version starts.

            java -jar latchkey.jar migrate [--json]

            --json   print one JSON object instead of lines
            --help   print this

          It needs the settings of the database only, and waits for the database as long as LATCHKEY_DB_WAIT says. Servers of the
          version before can run meanwhile. It can be interrupted and run again.

          Exit status:
            0   the database has the schema version of this server, or a newer one
            1   a migration failed, or the database cannot be used
            2   wrong arguments or settings
          """),
  REPAIR("repair",
      """
          Removes the records of failed migrations, and accepts the form that this server has of migrations that were run.
          Runs no migration.

            java -jar latchkey.jar repair [--json]

            --json   print one JSON object instead of lines
            --help   print this

          A failed migration needs no repair: the next start, and migrate, remove its record and run it again. Repair is needed if
          the start is refused because a migration was run in another form than this server has, as after a server that was built
          from changed sources. Make sure first that the schema is the same. It needs the settings of the database only.

          Exit status:
            0   the records are in order
            1   the database cannot be used
            2   wrong arguments or settings
          """);

  private final String label;
  private final String help;

  StoreCommand(String label, String help) {
    this.label = label;
    this.help = help;
  }

  /** Returns the command of that name. */
  public static Optional<StoreCommand> of(String label) {
    return Arrays.stream(values()).filter(command -> command.label.equals(label)).findFirst();
  }

  /** Returns the name of the command. */
  public String label() {
    return label;
  }

  /** Returns what {@code --help} prints. */
  public String help() {
    return help;
  }
}

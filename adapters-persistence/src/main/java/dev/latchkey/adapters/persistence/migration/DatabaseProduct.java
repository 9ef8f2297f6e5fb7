package dev.latchkey.adapters.persistence.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name and the version of a database. */
record DatabaseProduct(String name, String version) {

  /** MariaDB puts a version of MySQL before its own, for clients that know no MariaDB. */
  private static final Pattern MARIADB = Pattern.compile("(?:5\\.5\\.5-)?([0-9.]+)-MariaDB.*");

  /** Corrects what the driver of MySQL says of a MariaDB, which it takes for a MySQL. */
  static DatabaseProduct of(String name, String version) {
    Matcher mariaDb = MARIADB.matcher(version);
    return mariaDb.matches()
        ? new DatabaseProduct("MariaDB", mariaDb.group(1))
        : new DatabaseProduct(name, version);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}

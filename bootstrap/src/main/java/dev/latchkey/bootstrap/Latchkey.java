package dev.latchkey.bootstrap;

import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the server and stops it in good order. */
public final class Latchkey {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final int TAMPERED_WITH = 3;
  private static final long SECONDS_TO_FINISH = 10;

  private Latchkey() {}

  /** Takes one of the commands that {@code --help} names; everything else is set by environment variables. */
  public static void main(String[] arguments) throws InterruptedException {
    switch (String.join(" ", arguments)) {
      case "" -> run(settings());
      case "verify-audit" -> verifyAudit(settings());
      case "--help" -> System.out.print(HelpText.TEXT);
      default -> {
        System.err.print(HelpText.TEXT);
        System.exit(WRONG_USE);
      }
    }
  }

  private static Settings settings() {
    try {
      return SettingsReader.read(System.getenv());
    } catch (UnsoundSettings unsound) {
      System.err.println(unsound.getMessage());
      System.err.println("Latchkey was not started. See --help for the settings.");
      System.exit(WRONG_USE);
      throw unsound;
    }
  }

  private static void verifyAudit(Settings settings) {
    ApplicationContext context = Assembly.of(settings);
    try {
      context.start();
      AuditVerification verification = new AuditVerification(
          context.getBean(ForManagingTenants.class),
          context.getBean(ForReadingTheAudit.class),
          settings.operatorToken().holder(),
          System.out);
      System.exit(verification.run() ? 0 : TAMPERED_WITH);
    } catch (RuntimeException failed) {
      System.err.println("The audit trail was not verified: " + FailedStart.explained(failed, settings));
      giveUp(context);
    }
  }

  private static void run(Settings settings) throws InterruptedException {
    ApplicationContext context = Assembly.of(settings);
    try {
      context.start();
      StartUpChecks.run(context, settings);
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
      System.out.print(Greeting.of(context, settings, server.getURL().toString()));
      System.out.flush();
    } catch (RuntimeException failed) {
      System.err.println("Latchkey was not started: " + FailedStart.explained(failed, settings));
      giveUp(context);
    }
    new CountDownLatch(1).await();
  }

  // Neither the hook nor a thread that was started already may keep alive what has failed.
  private static void giveUp(ApplicationContext context) {
    try {
      context.close();
    } finally {
      Runtime.getRuntime().halt(FAILED);
    }
  }

  /** Finishes what runs. The exit status is 0: being told to stop is no failure. */
  private static void stop(ApplicationContext context) {
    context
        .getBean(GracefulShutdownManager.class)
        .shutdownGracefully()
        .toCompletableFuture()
        .completeOnTimeout(null, SECONDS_TO_FINISH, TimeUnit.SECONDS)
        .join();
    context.close();
    Runtime.getRuntime().halt(0);
  }
}

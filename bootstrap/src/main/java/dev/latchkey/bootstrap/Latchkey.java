package dev.latchkey.bootstrap;

import dev.latchkey.adapters.cli.AuditArguments;
import dev.latchkey.adapters.cli.AuditVerification;
import dev.latchkey.adapters.cli.StoreArguments;
import dev.latchkey.adapters.cli.StoreCommand;
import dev.latchkey.adapters.cli.StoreReport;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanCreationException;
import io.micronaut.context.exceptions.NoSuchBeanException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the server and stops it in good order. */
public final class Latchkey {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final long SECONDS_TO_FINISH = 10;

  private Latchkey() {}

  /** Takes one of the commands that {@code --help} names; everything else is set by environment variables. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> all = List.of(arguments);
    if (all.isEmpty()) {
      run(settings());
    } else if (all.equals(List.of("--help"))) {
      System.out.print(HelpText.of(StoreModule.onClassPath()));
    } else if (all.getFirst().equals("verify-audit")) {
      verifyAudit(AuditArguments.of(all.subList(1, all.size())));
    } else if (StoreCommand.of(all.getFirst()).isPresent()) {
      StoreCommand command = StoreCommand.of(all.getFirst()).get();
      run(command, StoreArguments.of(command, all.subList(1, all.size())));
    } else {
      System.err.print(HelpText.of(StoreModule.onClassPath()));
      System.exit(WRONG_USE);
    }
  }

  private static Settings settings() {
    try {
      return SettingsReader.read(System.getenv());
    } catch (InvalidSettings unsound) {
      System.err.println(unsound.getMessage());
      System.err.println("Latchkey was not started. See --help for the settings.");
      System.exit(WRONG_USE);
      throw unsound;
    }
  }

  private static void run(StoreCommand command, StoreArguments arguments) {
    if (arguments.help()) {
      System.out.print(command.help());
      return;
    }
    if (!arguments.fault().isEmpty()) {
      System.err.println(arguments.fault());
      System.exit(WRONG_USE);
    }
    PrintStream out = System.out;
    // The log goes to standard output, which is to carry the report alone.
    System.setOut(System.err);
    try {
      StoreReport report = StoreWork.run(command, System.getenv());
      out.print(arguments.json() ? report.json() : report.text());
      out.flush();
      System.exit(report.isSound() ? 0 : FAILED);
    } catch (InvalidSettings unsound) {
      System.err.println(unsound.getMessage());
      System.err.println("Nothing was done. See --help for the settings.");
      System.exit(WRONG_USE);
    }
  }

  private static void verifyAudit(AuditArguments arguments) {
    if (arguments.help()) {
      System.out.print(AuditArguments.HELP);
      return;
    }
    if (!arguments.fault().isEmpty()) {
      System.err.println(arguments.fault());
      System.exit(WRONG_USE);
    }
    verifyAudit(arguments, settings());
  }

  private static void verifyAudit(AuditArguments arguments, Settings settings) {
    ApplicationContext context = ContextBuilder.of(settings);
    try {
      start(context);
      // With another pepper every MAC would be wrong, and the trails would seem to be tampered with.
      StartUpChecks.refuseOtherPeppers(context);
      AuditVerification verification = new AuditVerification(
          context.getBean(ForManagingTenants.class),
          context.getBean(ForReadingTheAudit.class),
          settings.operatorToken().holder(),
          arguments.expected(),
          System.out);
      System.exit(verification.run().exitStatus());
    } catch (InvalidSettings unsound) {
      System.err.println(unsound.getMessage());
      System.err.println("The audit trail was not verified.");
      giveUp(context, WRONG_USE);
    } catch (RuntimeException failed) {
      System.err
          .println("The audit trail was not verified: " + FailedStart.explained(failed, settings, context).text());
      giveUp(context, FAILED);
    }
  }

  private static void run(Settings settings) throws InterruptedException {
    ApplicationContext context = ContextBuilder.of(settings);
    try {
      start(context);
      StartUpChecks.run(context, settings);
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
      System.out.print(Greeting.of(context, settings, server.getURL().toString()));
      System.out.flush();
    } catch (InvalidSettings unsound) {
      System.err.println(unsound.getMessage());
      System.err.println("Latchkey was not started.");
      giveUp(context, WRONG_USE);
    } catch (RuntimeException failed) {
      System.err.println("Latchkey was not started: " + FailedStart.explained(failed, settings, context).text());
      giveUp(context, FAILED);
    }
    new CountDownLatch(1).await();
  }

  private static void start(ApplicationContext context) {
    try {
      context.start();
    } catch (NoSuchBeanException | BeanCreationException failed) {
      // Its message names neither the beans of the port nor what to correct.
      StartUpChecks.refuseUnresolvedPorts(context);
      throw failed;
    }
    StartUpChecks.refuseUnresolvedPorts(context);
  }

  // Neither the hook nor a thread that was started already may keep alive what has failed.
  private static void giveUp(ApplicationContext context, int status) {
    try {
      context.close();
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }

  /** Finishes what runs. The exit status is 0, because a requested stop is not a failure. */
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

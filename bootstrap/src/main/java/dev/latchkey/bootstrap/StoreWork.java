package dev.latchkey.bootstrap;

import dev.latchkey.adapters.cli.StoreCommand;
import dev.latchkey.adapters.cli.StoreReport;
import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import dev.latchkey.application.port.in.ForCheckingPeppers;
import dev.latchkey.application.port.in.ForCheckingPeppers.Finding;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.bootstrap.Settings.Database;
import dev.latchkey.bootstrap.SettingsReader.Purpose;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs the commands that examine or prepare the store. */
final class StoreWork {

  /** On a busy machine a server can be too slow for the time limits of one connection. */
  private static final Duration FOR_A_CHECK = Duration.ofSeconds(3);

  private StoreWork() {}

  /**
   * Runs the command with the settings of the environment.
   *
   * @throws InvalidSettings if the command is not a check, and the settings of the database are wrong
   */
  static StoreReport run(StoreCommand command, Map<String, String> environment) {
    return new StoreReport(command, switch (command) {
      case CHECK -> check(environment);
      case MIGRATE -> {
        Settings settings = SettingsReader.read(environment, Purpose.PREPARATION);
        yield onStore(settings, settings.databaseWait(), context -> steps(
            store(context).migrate(),
            "Nothing to do: the database has the schema version of this server or a newer one.",
            "Run: "));
      }
      case REPAIR -> {
        Settings settings = SettingsReader.read(environment, Purpose.PREPARATION);
        yield onStore(settings, settings.databaseWait(), context -> steps(
            store(context).repair(), "Nothing to do: the records of the migrations are in order.", ""));
      }
    });
  }

  private static List<StoreFinding> check(Map<String, String> environment) {
    Settings settings;
    try {
      settings = SettingsReader.read(environment, Purpose.CHECK);
    } catch (InvalidSettings unsound) {
      return unsound.faults().stream().map(fault -> (StoreFinding) new Faulty("settings", fault, "")).toList();
    }
    List<StoreFinding> findings = new ArrayList<>();
    findings.add(new Sound("settings", "They are valid."));
    if (settings.database() instanceof Database.Embedded(Path dataDir, _, _) && !DataFolder.hasDatabase(dataDir)) {
      findings.add(new Sound("database", "There is none in " + dataDir + ". The start makes it."));
      return findings;
    }
    findings.addAll(onStore(settings, FOR_A_CHECK, StoreWork::examined));
    return findings;
  }

  private static List<StoreFinding> examined(ApplicationContext context) {
    StoreExamination examination = store(context).examine();
    List<StoreFinding> findings = new ArrayList<>(examination.findings());
    if (examination.isCurrent()) {
      findings.addAll(peppers(context.getBean(ForCheckingPeppers.class).compare()));
    } else {
      findings.add(new Sound("peppers", "They can be compared after the migration."));
    }
    return findings;
  }

  private static List<StoreFinding> peppers(List<Finding> compared) {
    return compared.stream().map(finding -> (StoreFinding) switch (finding) {
      case Finding.Same(String version) ->
        new Sound("peppers", "Version " + version + " is the one that the database knows.");
      case Finding.New(String version) ->
        new Sound("peppers", "Version " + version + " is new. The start makes it known.");
      case Finding.Adopted(String version, long keys) -> new Sound(
          "peppers",
          "Version " + version + " sealed " + keys + " keys, and the database has no value to compare it with.");
      case Finding.Different(String version, long keys) ->
        new Faulty("peppers", PepperTexts.different(version, keys), "");
      case Finding.Missing(String version, long keys) -> new Sound(
          "peppers", "Warning: " + keys + " keys are sealed under version " + version
              + ", which is not in LATCHKEY_PEPPERS: they are refused. Add it behind the current one.");
    }).toList();
  }

  private static List<StoreFinding> steps(List<String> done, String none, String before) {
    return done.isEmpty()
        ? List.of(new Sound("schema", none))
        : done.stream().map(step -> (StoreFinding) new Sound("schema", before + step)).toList();
  }

  private static ForPreparingTheStore store(ApplicationContext context) {
    return context.getBean(ForPreparingTheStore.class);
  }

  /** Runs the work on the store, or returns why that is not possible. */
  private static List<StoreFinding> onStore(
      Settings settings, Duration wait, Function<ApplicationContext, List<StoreFinding>> work) {
    try (ApplicationContext context = ContextBuilder.passive(settings.waiting(wait))) {
      try {
        context.start();
        return work.apply(context);
      } catch (RuntimeException failed) {
        return List.of(FailedStart.explained(failed, settings, context));
      }
    }
  }
}

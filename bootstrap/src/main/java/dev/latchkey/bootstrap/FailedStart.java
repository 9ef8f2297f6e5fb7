package dev.latchkey.bootstrap;

import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.bootstrap.Settings.Database;
import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.NoSuchBeanException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a start failed, in words for the operator. */
final class FailedStart {

  /** Words of the embedded database about a file that another process has open. */
  private static final String ALREADY_IN_USE = "Database may be already in use";

  private FailedStart() {}

  /** Explains a start of the context that failed. The store knows best what its own failures mean. */
  static Faulty explained(RuntimeException failure, Settings settings, BeanContext beans) {
    return isOfSettings(failure)
        ? explained(failure, settings)
        : ofStore(failure, beans).orElseGet(() -> explained(failure, settings));
  }

  /** Whether the failure is explained by the settings of this process, whatever the store is. */
  private static boolean isOfSettings(Throwable failure) {
    return causes(failure).stream().anyMatch(cause -> cause instanceof BindException || isAlreadyInUse(cause));
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
  }

  private static Optional<Faulty> ofStore(RuntimeException failure, BeanContext beans) {
    try {
      return beans.findBean(ForPreparingTheStore.class).flatMap(store -> store.explain(new StoreUnavailable(failure)));
    } catch (BeanContextException unresolved) {
      // The failure itself is about that bean.
      return Optional.empty();
    }
  }

  static Faulty explained(Throwable failure, Settings settings) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(BindException.class::isInstance)) {
      return new Faulty("settings", "port " + settings.port() + " is taken.",
          "Set LATCHKEY_PORT to a free one, or stop what listens there.");
    }
    String reason = causes.getLast().toString();
    if (causes.stream().anyMatch(NoSuchBeanException.class::isInstance)) {
      return new Faulty("modules", reason,
          "Correct " + Wiring.class.getName() + ", or the adapters in bootstrap/pom.xml.");
    }
    return switch (settings.database()) {
      case Database.Embedded(Path dataDir, _, _) when causes.stream().anyMatch(FailedStart::isAlreadyInUse) ->
        new Faulty("database", "another process uses the database in " + dataDir + ".",
            "Stop it, or set LATCHKEY_DATA_DIR to another folder.");
      case Database.Embedded(Path dataDir, _, _) -> new Faulty("database", reason + ".",
          "If this is about the database, see whether this user may write to LATCHKEY_DATA_DIR, " + dataDir + ".");
      case Database.Server _ -> new Faulty("database", reason + ".",
          "If this is about the database, see whether it runs, and check " + StoreModule.onClassPath().settings()
              + ".");
    };
  }

  private static boolean isAlreadyInUse(Throwable cause) {
    return Objects.requireNonNullElse(cause.getMessage(), "").contains(ALREADY_IN_USE);
  }
}

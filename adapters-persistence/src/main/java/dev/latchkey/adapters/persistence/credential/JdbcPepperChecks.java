package dev.latchkey.adapters.persistence.credential;

import dev.latchkey.adapters.persistence.jdbc.Database;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores the check values of peppers. */
@Singleton
final class JdbcPepperChecks implements ForStoringPepperChecks {

  private final Database database;
  private final PepperCheckRepository checks;

  JdbcPepperChecks(Database database, PepperCheckRepository checks) {
    this.database = database;
    this.checks = checks;
  }

  @Override
  public String keep(String pepperVersion, String value) {
    database.run(() -> {
      checks.saveUnlessThere(pepperVersion, value);
      return value;
    });
    return database.run(() -> checks.findById(pepperVersion)).map(PepperCheckRow::checkValue).orElse(value);
  }

  @Override
  public Map<String, String> all() {
    return database.run(checks::findAll)
        .stream()
        .collect(Collectors.toUnmodifiableMap(PepperCheckRow::version, PepperCheckRow::checkValue));
  }
}

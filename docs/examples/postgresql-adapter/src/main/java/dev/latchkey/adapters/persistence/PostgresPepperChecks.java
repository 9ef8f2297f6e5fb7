package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringPepperChecks;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the check values of peppers. */
@Singleton
final class PostgresPepperChecks implements ForStoringPepperChecks {

  private record Check(String version, String value) {}

  private final Database database;

  PostgresPepperChecks(Database database) {
    this.database = database;
  }

  @Override
  public String keep(String pepperVersion, String value) {
    database.run(
        sql -> sql.change(
            "INSERT INTO pepper_check (version, value) VALUES (?, ?) ON CONFLICT DO NOTHING", pepperVersion, value));
    return database
        .run(
            sql -> sql.one("SELECT value FROM pepper_check WHERE version = ?", row -> row.text("value"), pepperVersion))
        .orElse(value);
  }

  @Override
  public Map<String, String> all() {
    return database
        .run(sql -> sql.all("SELECT * FROM pepper_check", row -> new Check(row.text("version"), row.text("value"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Check::version, Check::value));
  }
}

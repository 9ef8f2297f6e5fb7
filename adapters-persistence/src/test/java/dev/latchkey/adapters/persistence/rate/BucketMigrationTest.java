package dev.latchkey.adapters.persistence.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The buckets of version 0.1.0, one for each key and limit, go on as one for each key. */
class BucketMigrationTest {

  private static final String URL = "jdbc:h2:mem:buckets;MODE=MySQL;DATABASE_TO_LOWER=TRUE";

  @Test
  void theNewestBucketOfAKeyGoesOnAndTheOthersStayForNodesOfTheVersionBefore() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
      migrate("5");
      statement.execute("INSERT INTO rate_bucket (id, state, needed_till) VALUES"
          + " ('1/5/60', 'aa', 10), ('1/4/60', 'bb', 30), ('1/3/60', 'cc', 20), ('22/5/60', 'dd', 5)");

      migrate("9");

      Map<String, String> buckets = new TreeMap<>();
      try (ResultSet found = statement.executeQuery("SELECT id, state FROM rate_bucket")) {
        while (found.next()) {
          buckets.put(found.getString(1), found.getString(2));
        }
      }
      assertThat(buckets).containsEntry("1", "bb").containsEntry("22", "dd").hasSize(6);
    }
  }

  private static void migrate(String target) {
    Flyway.configure().dataSource(URL, "", "").locations("classpath:db/migration").target(target).load().migrate();
  }
}

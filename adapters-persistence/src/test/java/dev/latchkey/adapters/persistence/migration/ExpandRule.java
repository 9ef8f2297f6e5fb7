package dev.latchkey.adapters.persistence.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a migration takes away from the servers of the version before: docs/adr/0034-expand-and-contract.md. A
 * migration that raises {@code schema_reader.oldest} first may take something away, because those servers then refuse
 * to start.
 */
final class ExpandRule {

  private static final Pattern CREATED = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+).*");
  private static final Pattern ALTERED = Pattern.compile("ALTER TABLE (\\w+) (.*)");
  private static final Pattern RAISED = Pattern.compile("UPDATE SCHEMA_READER SET OLDEST = .*");
  private static final Pattern REMOVING = Pattern.compile(".*\\b(DROP|RENAME|MODIFY|CHANGE|TRUNCATE)\\b.*");
  private static final Pattern UNIQUE_INDEX = Pattern.compile("CREATE UNIQUE INDEX \\w+ ON (\\w+).*");
  private static final Pattern CONSTRAINT = Pattern.compile(
      "ADD (CONSTRAINT|UNIQUE|PRIMARY|FOREIGN|CHECK)\\b.*");
  private static final Pattern ALTERED_COLUMN = Pattern.compile("ALTER (COLUMN|CHECK|CONSTRAINT)\\b.*");
  private static final Pattern REQUIRED_COLUMN = Pattern
      .compile("ADD (?!.*\\b(DEFAULT|GENERATED|AS)\\b).*\\bNOT NULL\\b.*");

  private ExpandRule() {}

  /** Returns the statements that an older server could not live with, in upper case and without texts. */
  static List<String> violations(String migration) {
    List<String> violations = new ArrayList<>();
    Set<String> created = new HashSet<>();
    boolean raised = false;
    for (String statement : statements(migration)) {
      Matcher creation = CREATED.matcher(statement);
      raised |= RAISED.matcher(statement).matches();
      if (creation.matches()) {
        created.add(creation.group(1));
      } else if (!raised && takesAway(statement, created)) {
        violations.add(statement);
      }
    }
    return violations;
  }

  static List<String> statements(String migration) {
    String text = migration.replaceAll("(?m)--.*$", "").replaceAll("'(?:[^']|'')*'", "''").replace("`", "");
    return Arrays.stream(text.split(";"))
        .map(statement -> statement.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static boolean takesAway(String statement, Set<String> created) {
    Matcher alteration = ALTERED.matcher(statement);
    Matcher index = UNIQUE_INDEX.matcher(statement);
    if (alteration.matches() && created.contains(alteration.group(1))
        || index.matches() && created.contains(index.group(1))) {
      return false;
    }
    return REMOVING.matcher(statement).matches() || index.matches()
        || alteration.matches() && clauses(alteration.group(2)).stream().anyMatch(ExpandRule::takesAway);
  }

  private static boolean takesAway(String clause) {
    return CONSTRAINT.matcher(clause).matches() || ALTERED_COLUMN.matcher(clause).matches()
        || REQUIRED_COLUMN.matcher(clause).matches();
  }

  /** Splits at the commas outside of parentheses. */
  private static List<String> clauses(String alteration) {
    List<String> clauses = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < alteration.length(); i++) {
      char symbol = alteration.charAt(i);
      depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
      if (symbol == ',' && depth == 0) {
        clauses.add(alteration.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    clauses.add(alteration.substring(begin).strip());
    return clauses;
  }
}

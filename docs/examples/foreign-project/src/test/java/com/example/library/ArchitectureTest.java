package com.example.library;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.architecture.Hexagon;
import dev.latchkey.architecture.Layout;
import dev.latchkey.architecture.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final Layout LAYOUT = Layout.usual()
      .named(Room.DOMAIN, "model")
      .named(Room.DRIVING_PORTS, "ports.in")
      .named(Room.DRIVEN_PORTS, "ports.out")
      .named(Room.USE_CASES, "logic")
      .named(Room.ADAPTERS, "gateways")
      .named(Room.BOOTSTRAP, "main")
      .absent(Room.PERSISTENCE, "the books are kept in memory");

  @TestFactory
  Stream<DynamicTest> ourCodeKeepsEveryRule() {
    var code = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("com.example.library");
    return new Hexagon("com.example.library", LAYOUT).rules().stream()
        .map(rule -> dynamicTest(rule.name(), rule.source(), () -> rule.check(code)));
  }
}

package dev.latchkey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The modules of Latchkey, as they lie on disk after a build. */
final class OurOwnCode {

  /** The house itself. Every class of these modules is held to every rule. */
  static final List<String> HOUSE = List.of("domain", "application", "adapters-rest", "adapters-dashboard",
      "adapters-persistence", "adapters-system", "adapters-cli", "bootstrap");

  /**
   * Modules beside the house: they are not part of the running service. {@code port-contracts} is what an adapter is
   * tested with, {@code api-contract} what a server's answers are, and {@code architecture-tests} is this.
   */
  static final List<String> BESIDE_THE_HOUSE = List.of("port-contracts", "api-contract", "architecture-tests",
      "benchmarks");

  /** Compiled templates, in the one package in which their engine looks for them. */
  private static final PackageScope TEMPLATES = new PackageScope("gg.jte.generated");

  private OurOwnCode() {}

  static JavaClasses classes() {
    return all().that(describe("no template", type -> !TEMPLATES.holds(type)));
  }

  /** The compiled templates, together with nothing else. */
  static JavaClasses templates() {
    return all().that(describe("template", TEMPLATES::holds));
  }

  private static JavaClasses all() {
    return new Census(HOUSE.stream().map(OurOwnCode::classFolder).toList()).classes();
  }

  /** The folder of the root pom: a build starts a module's tests in the module, an editor often above it. */
  static Path top() {
    var start = Path.of("").toAbsolutePath();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("architecture-tests/src"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder above %s holds architecture-tests".formatted(start));
  }

  private static Path classFolder(String module) {
    return top().resolve(module).resolve("target/classes");
  }
}

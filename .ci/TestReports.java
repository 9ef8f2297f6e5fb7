import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Sums up the test reports of the working folder's modules, and fails where a test was skipped or failed, or where no
 * test ran, be it in a module or in one of the test classes.
 *
 * <p>Arguments: the file that gets a line {@code PASSED FAILED} appended, then the only modules to look at. Without one,
 * every module that has test sources must have run a test. With {@code --tests=PATTERN} before the modules, the test
 * classes are those whose names match, such as {@code *OnServer*}, nested ones too; with {@code --without=TEST}, not those
 * of this file.
 */
final class TestReports {

  private static final String TESTS = "--tests=";
  private static final String WITHOUT = "--without=";

  private static final class Tally {
    int passed;
    final Set<String> classes = new HashSet<>();
    final List<String> failed = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final Set<String> silent = new TreeSet<>();

    int ran() {
      return passed + failed.size();
    }
  }

  public static void main(String[] arguments) throws IOException, XMLStreamException {
    Optional<Pattern> only = Arrays.stream(arguments).skip(1)
        .filter(argument -> argument.startsWith(TESTS))
        .map(argument -> declarations(argument.substring(TESTS.length())))
        .findFirst();
    List<Path> named = Arrays.stream(arguments).skip(1)
        .filter(argument -> !argument.startsWith("--"))
        .map(Path::of)
        .toList();
    List<Path> modules = named.isEmpty() ? modulesWithTests() : named;
    List<String> without = Arrays.stream(arguments).skip(1)
        .filter(argument -> argument.startsWith(WITHOUT))
        .map(argument -> "." + argument.substring(WITHOUT.length()))
        .toList();
    Map<String, Tally> tallies = new TreeMap<>();
    for (Path module : modules) {
      Tally tally = read(module);
      tally.silent.addAll(testClasses(module, only));
      tally.silent.removeAll(tally.classes);
      tally.silent.removeIf(test -> without.stream().anyMatch(test.replaceFirst("\\$.*", "")::endsWith));
      tallies.put(module.toString(), tally);
    }

    List<String> complaints = new ArrayList<>();
    System.out.printf("%-28s %7s %7s %8s%n", "module", "passed", "failed", "skipped");
    tallies.forEach(
        (module, tally) -> {
          System.out.printf(
              "%-28s %7d %7d %8d%n", module, tally.passed, tally.failed.size(), tally.skipped.size());
          tally.failed.forEach(test -> complaints.add("failed: " + module + ": " + test));
          tally.skipped.forEach(test -> complaints.add("skipped, which here is a failure: " + module + ": " + test));
          tally.silent.forEach(test -> complaints.add("ran no test: " + module + ": " + test));
          if (tally.ran() == 0) {
            complaints.add("no test ran: " + module + ": does the build look for its tests by another name?");
          }
        });
    if (tallies.isEmpty()) {
      complaints.add("no test ran: there is no module with test sources");
    }
    complaints.forEach(System.out::println);

    int passed = tallies.values().stream().mapToInt(tally -> tally.passed).sum();
    int failed = tallies.values().stream().mapToInt(tally -> tally.failed.size()).sum();
    Files.writeString(
        Path.of(arguments[0]), passed + " " + failed + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  private static List<Path> modulesWithTests() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(""))) {
      return folders.filter(TestReports::hasTests).toList();
    }
  }

  private static boolean hasTests(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml")) && !testClasses(folder, Optional.empty()).isEmpty();
  }

  /** Returns the declarations of classes whose names match a pattern of Surefire. */
  private static Pattern declarations(String pattern) {
    return Pattern.compile("\\bclass (" + pattern.replace("*", "\\w*") + ")\\b");
  }

  /** Returns the names of the module's test classes. Each has to run a test. */
  private static Set<String> testClasses(Path module, Optional<Pattern> only) {
    Path sources = module.resolve("src/test/java");
    if (!Files.isDirectory(sources)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith("Test.java"))
          .flatMap(file -> testClasses(file, className(sources.relativize(file).toString()), only))
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String className(String file) {
    return file.substring(0, file.lastIndexOf('.')).replace('/', '.');
  }

  /** Returns the class of the file, or those that the pattern finds in it. */
  private static Stream<String> testClasses(Path file, String name, Optional<Pattern> only) {
    if (only.isEmpty()) {
      return Stream.of(name);
    }
    try {
      return only.get().matcher(Files.readString(file)).results()
          .map(found -> name.endsWith("." + found.group(1)) ? name : name + "$" + found.group(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Tally read(Path module) throws IOException, XMLStreamException {
    Tally tally = new Tally();
    for (String kind : List.of("surefire-reports", "failsafe-reports")) {
      Path reports = module.resolve("target").resolve(kind);
      if (Files.isDirectory(reports)) {
        try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
          for (Path file : files) {
            add(file, tally);
          }
        }
      }
    }
    return tally;
  }

  private static void add(Path report, Tally tally) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      var xml = factory.createXMLStreamReader(in, UTF_8.name());
      String suite = "";
      String test = "";
      String outcome = "";
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "testsuite" -> suite = xml.getAttributeValue(null, "name");
            case "testcase" -> {
              String type = xml.getAttributeValue(null, "classname");
              tally.classes.add(type);
              tally.classes.add(type.split("\\$", 2)[0]);
              // Of a property the report names the class without its package; the suite has both.
              tally.classes.add(suite.split("\\$", 2)[0]);
              test = type + "." + xml.getAttributeValue(null, "name");
              outcome = "passed";
            }
            case "failure", "error" -> outcome = "failed";
            case "skipped" -> outcome = "skipped";
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
          switch (outcome) {
            case "failed" -> tally.failed.add(test);
            case "skipped" -> tally.skipped.add(test);
            default -> tally.passed++;
          }
        }
      }
    }
  }
}

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Compares the mutants of a module that its tests did not find with the list of those that are known, and fails if the
 * two differ, if a mutant was not tried, or if too few mutants were found.
 *
 * <p>Arguments: the folder of the module, and how many percent of the mutants its tests have to find.
 */
final class Survivors {

  private static final Path REPORT = Path.of("target", "pit-reports", "mutations.xml");
  private static final Path LIST = Path.of("src", "test", "resources", "surviving-mutants.txt");

  /** One line of the list: class, method with its descriptor, mutator, how many there are, and the reason. */
  private static final Pattern LINE = Pattern.compile("(\\S+ \\S+ \\S+) ([1-9][0-9]*): \\S.*");

  /** The compiler numbers lambdas anew with each change, so they have the name of their method and no number. */
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$[0-9]+");

  /** The mutants of one class, method, descriptor and mutator. */
  private static final class Mutants {
    int survived;
    int timedOut;
    int untried;
    int listed;
    final TreeSet<Integer> lines = new TreeSet<>();
  }

  public static void main(String[] arguments) throws IOException, XMLStreamException {
    Path module = Path.of(arguments[0]);
    int percent = Integer.parseInt(arguments[1]);
    Map<String, Mutants> mutants = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    int[] found = read(module.resolve(REPORT), mutants);
    readList(module.resolve(LIST), mutants, complaints);
    System.out.printf("%s: %d of %d mutants found, %.1f%%%n",
        module.toAbsolutePath().normalize().getFileName(), found[0], found[1], 100.0 * found[0] / Math.max(1, found[1]));
    mutants.forEach((name, of) -> {
      if (of.survived > of.listed) {
        complaints.add("survives and is not listed: " + name + " " + of.survived + ", in the lines " + of.lines
            + (of.listed == 0 ? "" : "; listed are " + of.listed));
      }
      if (of.untried > 0) {
        complaints.add("was not tried to the end: " + name + " " + of.untried);
      }
      // Whether a mutant times out depends on the machine too.
      if (of.survived + of.timedOut < of.listed) {
        complaints.add("is listed and does not survive: " + name + " " + of.listed + ", but " + of.survived + " survive");
      }
    });
    if (found[1] == 0) {
      complaints.add("There is no mutant. Are the classes still where the pom.xml says?");
    }
    if (100L * found[0] < (long) percent * found[1]) {
      complaints.add("The tests have to find " + percent + "% of the mutants.");
    }
    complaints.forEach(System.out::println);
    if (!complaints.isEmpty()) {
      System.out.println("CONTRIBUTING.md, \"Check the tests by mutation\", says what to do.");
    }
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  /** Returns how many mutants were found, and how many there are. */
  private static int[] read(Path report, Map<String, Mutants> mutants) throws IOException, XMLStreamException {
    int found = 0;
    int all = 0;
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Map<String, String> mutant = new TreeMap<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "mutation" -> {
              mutant.put("status", xml.getAttributeValue(null, "status"));
              mutant.put("detected", xml.getAttributeValue(null, "detected"));
            }
            case "mutatedClass", "mutatedMethod", "methodDescription", "lineNumber", "mutator" ->
              mutant.put(xml.getLocalName(), xml.getElementText());
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("mutation")) {
          Mutants same = mutants.computeIfAbsent(name(mutant), _ -> new Mutants());
          all++;
          switch (mutant.get("status")) {
            case "SURVIVED", "NO_COVERAGE" -> {
              same.survived++;
              same.lines.add(Integer.valueOf(mutant.get("lineNumber")));
            }
            case "TIMED_OUT" -> same.timedOut++;
            case "NOT_STARTED", "STARTED" -> same.untried++;
            default -> {}
          }
          if (Boolean.parseBoolean(mutant.get("detected"))) {
            found++;
          }
        }
      }
    }
    return new int[] {found, all};
  }

  private static String name(Map<String, String> mutant) {
    Matcher lambda = LAMBDA.matcher(mutant.get("mutatedMethod"));
    String method = lambda.matches() ? lambda.group(1) : mutant.get("mutatedMethod");
    String mutator = mutant.get("mutator").replaceFirst(".*\\.", "").replaceFirst("Mutator", "");
    return mutant.get("mutatedClass") + " " + method + mutant.get("methodDescription") + " " + mutator;
  }

  private static void readList(Path list, Map<String, Mutants> mutants, List<String> complaints) throws IOException {
    if (!Files.exists(list)) {
      return;
    }
    for (String line : Files.readAllLines(list)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        mutants.computeIfAbsent(parts.group(1), _ -> new Mutants()).listed += Integer.parseInt(parts.group(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        complaints.add("A line of " + list + " is not 'CLASS METHOD(DESCRIPTOR) MUTATOR COUNT: REASON': " + line);
      }
    }
  }
}

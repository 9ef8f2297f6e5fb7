package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.support.Promise;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every sentence of the driven ports has a test that holds an implementation to it, or a reason why not. */
class PromisesTest {

  private static final Path PAGE = Path.of("../docs/port-contracts.md");

  private static final String COMMAND = "./mvnw -q -pl port-contracts -am test -Dtest=PromisesTest "
      + "-Dsurefire.failIfNoSpecifiedTests=false -Dpromises.write=true";

  private final List<Said> everythingSaid = Said.everything();
  private final List<Proof> proofs = Proof.all();

  PromisesTest() throws IOException {}

  @Test
  void everySentenceOfAPortIsProvenOrItIsSaidWhyNot() {
    assertThat(everythingSaid).hasSizeGreaterThan(100);
    assertThat(everythingSaid.stream().filter(said -> proofs.stream().noneMatch(proof -> proof.isOf(said))))
        .as("said by a port, and nobody proves it: claim it on a test of its contract, as in%n"
            + "  @Promise(of = ForStoringKeys.class, says = \"…\")%n"
            + "or say on the contract why there is none, with @Untested", "")
        .isEmpty();
  }

  @Test
  void everythingThatAContractClaimsIsSaidByItsPort() {
    assertThat(proofs.stream().filter(proof -> everythingSaid.stream().noneMatch(proof::isOf)))
        .as("claimed by a contract, and its port says no such sentence (any more)")
        .isEmpty();
  }

  @Test
  void aPortSaysASentenceOnlyOnce() {
    assertThat(everythingSaid).extracting(said -> said.port() + ": " + said.sentence()).doesNotHaveDuplicates();
  }

  @Test
  void whatIsClaimedIsClaimedByATest() {
    assertThat(Proof.contracts().flatMap(contract -> Arrays.stream(contract.getDeclaredMethods())))
        .filteredOn(method -> method.getAnnotationsByType(Promise.class).length > 0)
        .allMatch(method -> method.isAnnotationPresent(Test.class));
  }

  @Test
  void everyTestOfAContractQuotesASentence() {
    List<Method> tests = Proof.contracts()
        .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
        .toList();
    assertThat(tests).hasSizeGreaterThan(100);
    assertThat(tests)
        .filteredOn(method -> method.getAnnotationsByType(Promise.class).length == 0)
        .as("tests that quote no sentence of a port: write the sentence into the Javadoc of the port and quote it%n"
            + "with @Promise, or move the test out of the contracts if no port promises what it tests", "")
        .isEmpty();
  }

  @Test
  void thePageInDocsSaysWhatTheContractsProve() throws IOException {
    String page = page();
    Files.writeString(Path.of("target/promises.md"), page);
    if (Boolean.getBoolean("promises.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("stale; regenerate it with: %s", COMMAND).exists().hasContent(page);
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
            # What the driven ports promise, and which tests prove it

            Made from the Javadoc of the ports and the contracts in `port-contracts`; do not edit. After a change to either:

            ```
            %s
            ```

            %d sentences: %d are proven by a test, %d of them in part; %d are proven by none. Each that is not wholly proven has the reason. An
            adapter that joins the contracts runs these tests.

            Beside the sentences, of all ports: nothing that is answered is null or holds one. `NeverNull` looks at every answer in each of these
            tests, whatever the test does with it.
            """
            .formatted(
                COMMAND,
                everythingSaid.size(),
                count(this::isTested),
                count(said -> isTested(said) && isUntested(said)),
                count(said -> !isTested(said))));
    String port = "";
    String member = "";
    for (Said said : everythingSaid) {
      if (!said.port().equals(port)) {
        port = said.port();
        page.append("\n## ").append(port).append("\n\n| of | it says | proven by |\n|---|---|---|\n");
        member = "";
      }
      page.append("| ").append(said.member().equals(member) ? "" : "`" + said.member() + "`").append(" | ");
      page.append(said.sentence()).append(" | ").append(answers(said)).append(" |\n");
      member = said.member();
    }
    return page.toString();
  }

  private long count(Predicate<Said> which) {
    return everythingSaid.stream().filter(which).count();
  }

  /** Whether a test proves the sentence, or a part of it. */
  private boolean isTested(Said said) {
    return proofs.stream().anyMatch(proof -> proof.isOf(said) && proof.isTest());
  }

  /** Whether there is a reason why no test proves the sentence, or a part of it. */
  private boolean isUntested(Said said) {
    return proofs.stream().anyMatch(proof -> proof.isOf(said) && !proof.isTest());
  }

  private String answers(Said said) {
    return proofs.stream()
        .filter(proof -> proof.isOf(said))
        .map(proof -> proof.isTest() ? "`" + proof.by() + "`" : "*not tested:* " + proof.by())
        .collect(Collectors.joining("<br>"));
  }
}

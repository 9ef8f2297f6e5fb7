package dev.latchkey.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The published contract, line by line; at the end, that no line of it was left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

  /** What cannot be brought about from outside; adapters-rest has a test of it with a store that fails. */
  private static final Set<String> FROM_INSIDE = Set.of("verification_unavailable");

  private RunningServer server;
  private House house;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder.resolve("data"), Map.of("LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    house = House.on(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicNode> contract() {
    ServiceRows service = new ServiceRows(house);
    return Stream.of(
        dynamicContainer("Conventions", Stream.concat(service.conventions(), new ConventionRows(house).rows())),
        dynamicContainer("Input", new InputRows(house).rows()),
        dynamicContainer("Limits", new LimitRows(house).rows()),
        dynamicContainer("Names", new NameRows(house).rows()),
        dynamicContainer("The decision, in order", new DecisionRows(house).rows()),
        dynamicContainer("Managing keys, with a key",
            Stream.concat(new KeyRows(house, house.all().text(), "/api/v2/api-keys").rows(),
                KeyRows.rowsOfAKey(house))),
        dynamicContainer("Managing keys, as the operator",
            new KeyRows(house, Platform.TOKEN, house.platform().keys(house.tenant())).rows()),
        dynamicContainer("Looking at oneself", service.oneself()),
        dynamicContainer("Campaigns and leads", new LeadRows(house).rows()),
        dynamicContainer("A campaign's fields", new CampaignFieldRows(house).rows()),
        dynamicContainer("A lead's fields", new LeadFieldRows(house).rows()),
        dynamicContainer("A campaign read and changed", new SingleCampaignRows(house).rows()),
        dynamicContainer("Many leads at a time", new BulkLeadRows(house).rows()),
        dynamicContainer("A lead changed and removed", new SingleLeadRows(house).rows()),
        dynamicContainer("A tenant's members", new MemberRows(house).rows()),
        dynamicContainer("The operator's API", service.operators()),
        dynamicContainer("Running it", new RunningRows(house).rows()),
        dynamicTest("nothing of the contract was left out", this::complete))
        .map(ContractTest::withSource);
  }

  /** Surefire prints the name of a dynamic test only if the test has a source of its own. */
  private static DynamicNode withSource(DynamicNode node) {
    if (node instanceof DynamicContainer rows) {
      return dynamicContainer(rows.getDisplayName(), rows.getChildren().map(ContractTest::withSource));
    }
    URI source = URI.create("row:" + URLEncoder.encode(node.getDisplayName(), StandardCharsets.UTF_8));
    return dynamicTest(node.getDisplayName(), source, ((DynamicTest) node).getExecutable());
  }

  private void complete() throws IOException {
    Set<String> missing = new TreeSet<>(Contract.published().promises());
    assertThat(missing).hasSizeGreaterThan(60).containsAll(FROM_INSIDE);
    missing.removeAll(house.covered().seen());
    missing.removeAll(FROM_INSIDE);
    assertThat(missing).isEmpty();
  }
}

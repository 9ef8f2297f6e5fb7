package dev.latchkey.adapters.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class EveryPostTest {

  /** They change nothing, so they can be sent again anyway; what the first one is sent must not be kept. */
  private static final Set<String> EXEMPT = Set.of("/api/platform/v1/keys/verify", "/api/v2/access/explain");

  private static final Map<String, String> IDS = Map.of(
      "tenant", Known.TENANT_ID, "key", Known.KEY_ID, "campaign", Known.CAMPAIGN_ID);

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

  private final Router router;
  private final Client client;
  private final FakePorts ports;

  EveryPostTest(Router router, Client client, FakePorts ports) {
    this.router = router;
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    ports.access.know(Known.granted(EnumSet.allOf(Permission.class), CampaignAccess.EVERYWHERE), Known.TENANT);
  }

  private Set<String> posts() {
    return router.uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.POST)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a header that is no Idempotency-Key is noticed, which takes the one class that looks at it. */
  private boolean looksAtTheHeader(String template) {
    String path = VARIABLE.matcher(template).replaceAll(variable -> {
      assertThat(IDS).containsKey(variable.group(1));
      return IDS.get(variable.group(1));
    });
    Client.Answer answer = client.send(
        (path.startsWith("/api/platform/") ? client.asOperator(path) : client.withKey(path))
            .header("Idempotency-Key", "not fit"),
        "POST",
        "{\"tenant_id\": \"" + Known.TENANT_ID + "\"}");
    return answer.text().contains("\"pointer\":\"/Idempotency-Key\"");
  }

  @Test
  void everyPostIsCarriedOutOnceUnlessItIsExempt() {
    Set<String> careless = posts();
    assertThat(careless).hasSizeGreaterThan(EXEMPT.size()).containsAll(EXEMPT);
    careless.removeIf(this::looksAtTheHeader);
    assertThat(careless).containsExactlyInAnyOrderElementsOf(EXEMPT);
  }
}

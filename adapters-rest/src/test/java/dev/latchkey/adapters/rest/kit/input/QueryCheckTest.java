package dev.latchkey.adapters.rest.kit.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class QueryCheckTest {

  private static final String CAMPAIGNS = "/api/v2/voice-campaigns";
  private static final String TENANTS = "/api/platform/v1/tenants";

  private final Router router;
  private final Client client;
  private final FakePorts ports;

  QueryCheckTest(Router router, Client client, FakePorts ports) {
    this.router = router;
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    ports.access.know(
        Known.granted(EnumSet.allOf(Permission.class), CampaignAccess.EVERYWHERE), Known.TENANT);
    when(ports.campaigns.list(any(Caller.class), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
    when(ports.tenants.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));
  }

  /** Whatever is added to the API later is here too. */
  @TestFactory
  Stream<DynamicTest> everyEndpointRefusesUnknownParameters() {
    return router.uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/api/"))
        .map(route -> DynamicTest.dynamicTest(route.toString(), source(route.toString()), () -> {
          client.send(request(route, "?statsu=ACTIVE&statsu=")).isProblem(400, "validation_failed")
              .hasFault("/statsu", "unknown_parameter");
          assertThat(client.send(anonymous(route, "?statsu=ACTIVE")).status()).isEqualTo(401);
        }));
  }

  @TestFactory
  Stream<DynamicTest> everyEndpointRefusesRepeatedParameters() {
    return router.uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .flatMap(route -> Stream.of(route.getAnnotationMetadata().stringValues(QueryNames.class))
            .map(name -> DynamicTest.dynamicTest(route + " " + name, source(route + " " + name), () -> client
                .send(request(route, "?" + name + "=&" + name + "=1"))
                .isProblem(400, "validation_failed")
                .hasFault("/" + name, "repeated"))));
  }

  /** Surefire prints the name of a dynamic test only if the test has a source of its own. */
  private static URI source(String name) {
    return URI.create("route:" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(UriRouteInfo<?, ?> route, String query) {
    String credentials = route.getUriMatchTemplate().toPathString().startsWith("/api/platform/")
        ? Known.OPERATOR_TOKEN
        : Known.PLAIN.reveal();
    return anonymous(route, query).header("Authorization", "Bearer " + credentials);
  }

  private HttpRequest.Builder anonymous(UriRouteInfo<?, ?> route, String query) {
    String path = route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "some");
    return client.to(path + query)
        .header("Content-Type", "application/json")
        .method(route.getHttpMethodName(), BodyPublishers.ofString("{}"));
  }

  @Test
  void listIsNeverUnfilteredByMistake() {
    client.send(client.withKey(CAMPAIGNS + "?Limit=5")).isProblem(400, "validation_failed")
        .hasFault("/Limit", "unknown_parameter");
    client.send(client.asOperator(TENANTS + "?=x&a/b=1")).isProblem(400, "validation_failed")
        .hasFault("/a~1b", "unknown_parameter");
    verify(ports.campaigns, never()).list(any(Caller.class), any());
    verify(ports.tenants, never()).list(any(), any(), any());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=&cursor=", "?limit", "?", "?&&"})
  void parameterWithoutAValueCountsAsAbsent(String query) {
    assertThat(client.send(client.withKey(CAMPAIGNS + query)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version?x=1", "/openapi.yaml?v=2&v=3", "/docs?a", "/problems/key_invalid?x",
      "/prometheus?a=b",
      "/health/liveness?x=1&x=2"})
  void otherPathsIgnoreWhatTheyDoNotKnow(String path) {
    assertThat(client.send(client.to(path)).status()).isEqualTo(200);
  }

  @Test
  void v1IgnoresWhatItDoesNotKnow() {
    String path = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads?x=1&x=2";
    client.send(client.withKey(path), "POST", "{}").isProblem(400, "tenant_id_missing");
  }
}

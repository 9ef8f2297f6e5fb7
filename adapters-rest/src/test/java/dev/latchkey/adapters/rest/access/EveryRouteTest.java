package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@MicronautTest
class EveryRouteTest {

  private final Router router;
  private final Client client;

  EveryRouteTest(Router router, Client client) {
    this.router = router;
    this.client = client;
  }

  /** An endpoint whose author forgot about security. */
  @Controller("/forgotten")
  static class Forgotten {

    @Get
    String tell() {
      return "a secret";
    }
  }

  @Test
  void everyRouteStatesItsSecurity() {
    List<String> unstated = router.uriRoutes()
        .filter(route -> !route.getDeclaringType().isAnnotationPresent(Endpoint.class))
        .filter(route -> Requirement
            .of(route.getAnnotationMetadata().stringValues(Secured.class)) instanceof Requirement.Unstated)
        .map(UriRouteInfo::toString)
        .distinct()
        .toList();
    assertThat(unstated).hasSize(2).allMatch(route -> route.contains("/forgotten"),
        "GET and HEAD of the one made for this test");
  }

  @Test
  void nothingIsServedWithoutCredentialsButThese() {
    Set<String> open = router.uriRoutes()
        .filter(route -> Requirement
            .of(route.getAnnotationMetadata().stringValues(Secured.class)) instanceof Requirement.Nothing)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).containsExactly(
        "/docs", "/docs/assets/{name}", "/openapi.json", "/openapi.yaml", "/problems/{code}", "/version");
  }

  @Test
  void everyOtherRouteIsOurOwn() {
    Set<String> foreign = router.uriRoutes()
        .filter(route -> !route.getDeclaringType().getPackageName().startsWith("dev.latchkey"))
        .filter(route -> !route.getDeclaringType().isAnnotationPresent(Endpoint.class))
        .map(route -> route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(foreign).isEmpty();
  }

  @Test
  void managementTellsHealthAndFiguresAndNoMore() {
    Set<String> managed = router.uriRoutes()
        .filter(route -> route.getDeclaringType().isAnnotationPresent(Endpoint.class))
        .map(route -> route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(managed).containsExactly("/health", "/health/{selector}", "/prometheus");
  }

  @Test
  void anEndpointThatStatesNoSecurityStaysClosed() {
    client.send(client.to("/forgotten")).isProblem(404, "route_not_found");
    client.send(client.withKey("/forgotten")).isProblem(404, "route_not_found");
    client.send(client.asOperator("/forgotten")).isProblem(404, "route_not_found");
  }
}

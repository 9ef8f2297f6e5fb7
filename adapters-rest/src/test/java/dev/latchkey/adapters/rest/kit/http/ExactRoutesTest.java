package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@MicronautTest
@Property(name = "exact-routes-test", value = "true")
class ExactRoutesTest {

  private final Router router;
  private final DefaultRouter frameworks;

  ExactRoutesTest(Router router, EmbeddedServer server) {
    this.router = router;
    this.frameworks = new DefaultRouter(server.getApplicationContext().getBeansOfType(RouteBuilder.class));
  }

  /** Two routes for one path, of which what is accepted decides. */
  @Controller
  @Requires(property = "exact-routes-test")
  static class Twins {

    @Get("/twin")
    @Produces(MediaType.ALL)
    String anything() {
      return "anything";
    }

    @Get("/{name:twin}")
    @Produces(MediaType.TEXT_PLAIN)
    String text(String name) {
      return name;
    }
  }

  @Test
  void everyPathLeadsWhereTheFrameworksOwnRouterLeadsThroughTheSameFilters() {
    assertThat(router).isInstanceOf(ExactRoutes.class);
    for (HttpMethod method : HttpMethod.values()) {
      for (String path : paths()) {
        for (String accepted : List.of(MediaType.ALL, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)) {
          HttpRequest<?> request = request(method, path, accepted);
          String expected = path.matches("/health/x(/x|x|/)?") ? "none" : found(frameworks, request);
          assertThat(found(router, request)).as("%s %s", method, path).isEqualTo(expected);
          // Twice, as the second time they are known.
          assertThat(router.findFilters(request)).isEqualTo(frameworks.findFilters(request));
          assertThat(router.findFilters(request)).isEqualTo(frameworks.findFilters(request));
        }
      }
    }
  }

  @Test
  void whatIsAcceptedDecidesWhereTwoRoutesHaveAPath() {
    assertThat(found(router, request(HttpMethod.GET, "/twin", MediaType.TEXT_PLAIN))).contains("#text");
    assertThat(found(router, request(HttpMethod.GET, "/twin", MediaType.APPLICATION_JSON))).contains("#anything");
  }

  /** Every path that a route has, with something in the place of its variables, and what is near it. */
  private Set<String> paths() {
    return router.uriRoutes()
        .map(route -> route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "x"))
        .flatMap(
            path -> Stream.of(path, path + "/", path + "/x", path.toUpperCase(Locale.ROOT), path + "x", "/en" + path))
        .collect(Collectors.toSet());
  }

  private static HttpRequest<?> request(HttpMethod method, String path, String accepted) {
    return new SimpleHttpRequest<>(method, path, null).accept(accepted);
  }

  private static String found(Router router, HttpRequest<?> request) {
    UriRouteMatch<?, ?> match = router.findClosest(request);
    return match == null ? "none" : match.getRouteInfo() + " with " + match.getVariableValues();
  }
}

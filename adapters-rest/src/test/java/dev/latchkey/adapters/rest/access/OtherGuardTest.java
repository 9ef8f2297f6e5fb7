package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.fixtures.Client;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Routes of another adapter, one of which its own filter guards. */
@MicronautTest
@Property(name = "other.guard", value = "true")
class OtherGuardTest {

  private final Client client;

  OtherGuardTest(Client client) {
    this.client = client;
  }

  @Controller("/other")
  @Secured("staff")
  @Requires(property = "other.guard")
  static class OtherRoutes {

    @Get("/guarded")
    String guarded() {
      return "for staff";
    }

    @Get("/unguarded")
    String unguarded() {
      return "for staff";
    }
  }

  @Singleton
  @Requires(property = "other.guard")
  static class PathGuard implements OtherGuard {

    @Override
    public boolean guards(HttpRequest<?> request) {
      return request.getPath().endsWith("/guarded");
    }
  }

  /** Sends a request whose answer is not part of the API's description. */
  private HttpResponse<String> unchecked(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(client.to(path).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void routeOfAnotherAdapterIsClosedUnlessItsOwnFilterGuardsIt() throws Exception {
    client.send(client.to("/other/unguarded")).isProblem(404, "route_not_found");
    client.send(client.withKey("/other/unguarded")).isProblem(404, "route_not_found");
    client.send(client.asOperator("/other/unguarded")).isProblem(404, "route_not_found");

    assertThat(unchecked("/other/guarded").body()).isEqualTo("for staff");
    assertThat(unchecked("/other/unguarded").body()).contains("route_not_found");
  }
}

package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list that the tests go through has every route of the API that the server has. */
class RoutesTest {

  private static final Pattern API = Pattern.compile("/api/.*|/v1/.*");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

  @Test
  void everyRouteIsInTheList(@TempDir Path folder) {
    assertThat(
        ServedRoute.all(folder).stream()
            .filter(route -> API.matcher(route.template()).matches())
            .map(route -> route.method() + " " + VARIABLE.matcher(route.template()).replaceAll("*")))
        .hasSizeGreaterThan(20)
        .isSubsetOf(ApiRoute.ALL.stream().map(ApiRoute::shape).collect(Collectors.toSet()));
  }
}

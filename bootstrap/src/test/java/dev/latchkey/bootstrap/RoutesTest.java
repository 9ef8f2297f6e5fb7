package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.nio.file.Path;
import java.util.Map;
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
    Settings settings = SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    try (ApplicationContext context = Assembly.of(settings).start()) {
      assertThat(
          context.getBean(Router.class)
              .uriRoutes()
              .filter(route -> API.matcher(route.getUriMatchTemplate().toPathString()).matches())
              .filter(route -> !route.getHttpMethod().name().equals("HEAD"))
              .map(route -> route.getHttpMethod() + " "
                  + VARIABLE.matcher(route.getUriMatchTemplate().toPathString()).replaceAll("*")))
          .hasSizeGreaterThan(20)
          .isSubsetOf(ApiRoute.ALL.stream().map(ApiRoute::shape).collect(Collectors.toSet()));
    }
  }
}

package dev.latchkey.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A route of the server, as its router knows it.
 *
 * @param template the path with its variables
 */
record ServedRoute(String method, String template) {

  /** Every route of every module, but for HEAD, which goes with GET. */
  static List<ServedRoute> all(Path folder) {
    Settings settings = SettingsReader.read(
        Map.of(
            "LATCHKEY_DATA_DIR", folder.resolve("routes").toString(),
            "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    try (ApplicationContext context = ContextBuilder.of(settings).start()) {
      return context.getBean(Router.class)
          .uriRoutes()
          .map(route -> new ServedRoute(route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
          .filter(route -> !route.method.equals("HEAD"))
          .distinct()
          .sorted((one, other) -> one.toString().compareTo(other.toString()))
          .toList();
    }
  }
}

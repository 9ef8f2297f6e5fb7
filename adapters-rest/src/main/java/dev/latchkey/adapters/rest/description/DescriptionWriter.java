package dev.latchkey.adapters.rest.description;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Command that writes the description; the build runs it on the compiled code. */
public final class DescriptionWriter {

  private static final int WIDTH = 120;

  private DescriptionWriter() {}

  /**
   * Writes the description.
   *
   * @param arguments the files to write, in YAML and in JSON
   */
  public static void main(String[] arguments) throws IOException {
    try (ApplicationContext context = ApplicationContext.builder().deduceEnvironment(false).start()) {
      List<Route> routes = Route.of(context.getBean(Router.class));
      JsonMapper json = context.getBean(JsonMapper.class);
      Map<String, Object> document = Document.of(routes, json);
      Path file = Path.of(arguments[0]);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, yaml(document));
      Files.write(Path.of(arguments[1]), json.writeValueAsBytes(document));
    }
  }

  private static String yaml(Map<String, Object> document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return "# Made from the code by the build; do not edit.\n" + new Yaml(options).dump(unshared(document));
  }

  /** Copies objects that are used more than once; YAML would write aliases otherwise. */
  private static @Nullable Object unshared(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put(name, unshared(member)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(unshared(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}

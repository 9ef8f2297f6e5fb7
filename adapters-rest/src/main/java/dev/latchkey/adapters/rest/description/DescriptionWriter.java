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

/** Writes the description of operations into files, in YAML and in JSON. */
public final class DescriptionWriter {

  private static final int WIDTH = 120;

  private DescriptionWriter() {}

  /** Writes the description of the operations, for which the program has the routes. */
  public static void write(List<Operation> operations, Path yaml, Path json) throws IOException {
    try (ApplicationContext context = ApplicationContext.builder().deduceEnvironment(false).start()) {
      JsonMapper mapper = context.getBean(JsonMapper.class);
      Map<String, Object> document = Document.of(operations, Route.of(context.getBean(Router.class)), mapper);
      Files.createDirectories(yaml.toAbsolutePath().getParent());
      Files.writeString(yaml, yaml(document));
      Files.write(json, mapper.writeValueAsBytes(document));
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

package dev.latchkey.adapters.rest.description;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      byte[] document = Document.of(operations, Route.of(context.getBean(Router.class)), mapper);
      Files.createDirectories(json.toAbsolutePath().getParent());
      Files.write(json, document);
      // Reading the document leaves no object that is used twice, which YAML would write as an alias.
      Files.writeString(yaml, yaml(mapper.readValue(document, Object.class)));
    }
  }

  private static String yaml(@Nullable Object document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return "# Made from the code by the build; do not edit.\n" + new Yaml(options).dump(document);
  }
}

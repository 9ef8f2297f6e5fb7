package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query of a request, read like an object of strings. A parameter without a value counts as absent. */
public record Query(JsonBody parameters) {

  private static final List<String> STRICT = List.of("/api/v2/", "/api/platform/v1/");

  /** Returns whether unknown and repeated parameters are rejected at this path. */
  public static boolean isStrict(String path) {
    return STRICT.stream().anyMatch(path::startsWith);
  }

  /** Reads the query of a request. */
  public static Input<Query> of(HttpRequest<?> request) {
    try {
      return new Input.Usable<>(new Query(new JsonBody(object(request.getParameters()))));
    } catch (IllegalArgumentException badPercentEncoding) {
      return new Input.Unusable<>(Problem.of(ProblemType.REQUEST_MALFORMED));
    }
  }

  /** Reads the query of a request; parameters that the decoder does not read are ignored. */
  public static <T> Input<T> read(HttpRequest<?> request, ObjectDecoder<T> shape) {
    return switch (of(request)) {
      case Input.Unusable(Problem problem) -> new Input.Unusable<>(problem);
      case Input.Usable(Query query) -> query.read(shape);
    };
  }

  public <T> Input<T> read(ObjectDecoder<T> shape) {
    return parameters.read(shape, ResourceMembers.NONE);
  }

  /** Returns the schema of each parameter. */
  public static Map<String, Schema> parameters(ObjectDecoder<?> shape) {
    return JsonObjectReader.parameters(shape);
  }

  private static JsonNode object(HttpParameters parameters) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      if (values.stream().anyMatch(value -> !value.isEmpty())) {
        members.put(name, value(values));
      }
    });
    return JsonNode.createObjectNode(members);
  }

  private static JsonNode value(List<String> values) {
    return values.size() == 1
        ? JsonNode.createStringNode(values.getFirst())
        : JsonNode.createArrayNode(values.stream().map(JsonNode::createStringNode).toList());
  }
}

package dev.latchkey.adapters.rest.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.adapters.rest.kit.input.Schema;
import io.micronaut.json.tree.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of responses, derived from the records that are written as JSON. */
final class Records {

  private static final String GETTER = "get";

  private static final Schema FLAG = Schema.ofType("boolean");
  private static final Schema INT = Schema.ofType("integer").with("format", "int32");

  private static final Map<Class<?>, Schema> SCALARS = Map.of(
      String.class, Schema.ofType("string"),
      boolean.class, FLAG,
      Boolean.class, FLAG,
      int.class, INT,
      Integer.class, INT,
      long.class, Schema.ofType("integer").with("format", "int64"),
      Instant.class, Schema.ofType("string").with("format", "date-time"),
      Object.class, Schema.ofTypes("string", "number", "boolean"),
      JsonNode.class, Schema.ANYTHING.saying("The value as the API represents the field; null if it is not set."));

  private Records() {}

  static Schema schema(Class<?> type) {
    Map<String, Schema> members = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    add(type, members, required);
    return Schema.object(members, required).named(name(type));
  }

  private static void add(Class<?> type, Map<String, Schema> members, List<String> required) {
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        addMember(type, component.getName(), component.getAnnotatedType(), members, required);
      }
      return;
    }
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().startsWith(GETTER))
        .sorted(Comparator.comparing(Method::getName).reversed())
        .forEach(getter -> addGetter(getter, members, required));
  }

  /** Adds a getter of a type that is shown once. A getter with the secret is missing from a replayed response. */
  private static void addGetter(Method getter, Map<String, Schema> members, List<String> required) {
    if (getter.isAnnotationPresent(JsonUnwrapped.class)) {
      add(getter.getReturnType(), members, required);
    } else {
      String name = snake(getter.getName().substring(GETTER.length()));
      members.put(name, schema(getter.getAnnotatedReturnType())
          .saying("Shown once. Absent when the response is replayed."));
    }
  }

  private static void addMember(
      Class<?> type, String name, AnnotatedType of, Map<String, Schema> members, List<String> required) {
    boolean nullable = of.isAnnotationPresent(Nullable.class);
    JsonInclude.@Nullable Include included = included(type);
    boolean alwaysThere = included == JsonInclude.Include.ALWAYS;
    members.put(snake(name), nullable && alwaysThere ? schema(of).orNull() : schema(of));
    if (alwaysThere || !nullable) {
      required.add(snake(name));
    }
  }

  private static JsonInclude.@Nullable Include included(Class<?> type) {
    JsonInclude include = type.getAnnotation(JsonInclude.class);
    return include == null ? null : include.value();
  }

  private static Schema schema(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Schema last = schema(arguments[arguments.length - 1]);
      return arguments.length == 1 ? Schema.array(last) : Schema.dictionary(last);
    }
    Class<?> plain = (Class<?>) type.getType();
    Schema scalar = SCALARS.get(plain);
    return scalar == null ? schema(plain) : scalar;
  }

  /** Names KeyJson {@code Key}, and Rule inside CampaignAccessJson {@code CampaignAccessRule}. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    String name = type.getSimpleName().replaceFirst("Json$", "");
    return outer == null ? name : name(outer) + name;
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}

package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.Items;
import dev.latchkey.adapters.rest.kit.input.ObjectDecoder;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Description of one route, beyond what follows from the route itself.
 *
 * @param path path with the variable names that clients see
 * @param id name of the operation in generated clients
 * @param details sentences on effects, limits and errors; empty if the summary is enough
 * @param own problems that do not follow from the route
 */
public record Operation(
    String method,
    String path,
    String id,
    Tag tag,
    String summary,
    String details,
    Optional<Body> body,
    Map<String, Schema> query,
    List<ResponseSpec> responses,
    Set<ProblemType> own,
    Set<Trait> traits) {

  /** The time of all events in examples. */
  public static final Instant EXAMPLE_TIME = Instant.parse("2030-01-31T12:00:00Z");

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String ID = "_id";

  private static final Set<ProblemType> OF_A_BODY = EnumSet.of(
      ProblemType.BODY_MALFORMED, ProblemType.VALIDATION_FAILED, ProblemType.BODY_TOO_LARGE,
      ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.UNSUPPORTED_CONTENT_ENCODING);

  private static final Set<ProblemType> OF_A_REPETITION = EnumSet.of(
      ProblemType.VALIDATION_FAILED, ProblemType.IDEMPOTENCY_IN_PROGRESS, ProblemType.IDEMPOTENCY_KEY_REUSED);

  /**
   * A group of operations.
   *
   * @param description sentence about the group
   */
  public record Tag(String name, String description) {}

  /**
   * A request body.
   *
   * @param name name of its schema
   * @param example valid JSON
   */
  public record Body(String name, ObjectDecoder<?> decoder, Form form, String example) {

    Schema schema() {
      return switch (form) {
        case OBJECT -> FieldDecoder.object(decoder).schema().named(name);
        case CLOSED_OBJECT -> FieldDecoder.object(decoder).schema().named(name).strictly();
        case ARRAY -> Items.schema(FieldDecoder.object(decoder).schema().named(one())).named(name);
      };
    }

    /** Returns the name of one item of the array. */
    private String one() {
      return name.replaceFirst("s$", "");
    }
  }

  /** Form of a request body. */
  public enum Form {
    /** Unknown members are ignored. */
    OBJECT,
    /** Unknown members are rejected. */
    CLOSED_OBJECT,
    /** An array of objects, each validated separately. */
    ARRAY
  }

  /** Property that distinguishes an operation from others with its method. */
  public enum Trait {
    /** A POST that changes nothing, so that it needs no Idempotency-Key. */
    READ_ONLY,
    /** The operation honours If-Match. */
    CONDITIONAL,
    /** A successful response has an ETag. */
    TAGGED
  }

  /** Describes a route without a request body, query parameters and responses. */
  public static Operation of(String method, String path, String id, Tag tag, String summary) {
    return new Operation(
        method, path, id, tag, summary, "", Optional.empty(), Map.of(), List.of(), Set.of(), Set.of());
  }

  /** Adds sentences to the description. */
  public Operation withDetails(String sentences) {
    return new Operation(method, path, id, tag, summary, sentences, body, query, responses, own, traits);
  }

  /** Adds a request body whose unknown members are ignored. */
  public <T> Operation withBody(String name, ObjectDecoder<T> decoder, String example) {
    return with(new Body(name, decoder, Form.OBJECT, example));
  }

  /** Adds a request body whose unknown members are rejected. */
  public <T> Operation withStrictBody(String name, ObjectDecoder<T> decoder, String example) {
    return with(new Body(name, decoder, Form.CLOSED_OBJECT, example));
  }

  /** Adds a request body that is an array of objects, each validated separately. */
  public <T> Operation withItems(String name, ObjectDecoder<T> decoder, String example) {
    return with(new Body(name, decoder, Form.ARRAY, example));
  }

  private Operation with(Body sent) {
    return new Operation(method, path, id, tag, summary, details, Optional.of(sent), query, responses, own, traits);
  }

  /** Adds the query parameters that the decoder reads. */
  public <T> Operation withQuery(ObjectDecoder<T> decoder) {
    Map<String, Schema> parameters = new LinkedHashMap<>(Query.parameters(decoder));
    return new Operation(method, path, id, tag, summary, details, body, parameters, responses, own, traits);
  }

  /** Adds the success envelope with this data. */
  public Operation responds(int status, Object data) {
    return responds(ResponseSpec.success(status, data));
  }

  /** Adds the success envelope with this message and data. */
  public Operation confirms(int status, String message, Object data) {
    return responds(ResponseSpec.success(status, message, data));
  }

  /** Adds the success envelope with this message alone. */
  public Operation confirms(int status, String message) {
    return responds(ResponseSpec.success(status, message));
  }

  /** Adds a response with one result for each item. */
  public Operation respondsToEach(String message, Object result) {
    return responds(ResponseSpec.results(message, result));
  }

  /** Adds a response with one page of such items. */
  public Operation lists(Object item) {
    return responds(ResponseSpec.listing(item));
  }

  /** Adds a response. */
  public Operation responds(ResponseSpec more) {
    List<ResponseSpec> all = new ArrayList<>(responses);
    all.add(more);
    return new Operation(method, path, id, tag, summary, details, body, query, all, own, traits);
  }

  /** States the problems that do not follow from the route. */
  public Operation fails(ProblemType first, ProblemType... rest) {
    Set<ProblemType> problems = EnumSet.of(first, rest);
    return new Operation(method, path, id, tag, summary, details, body, query, responses, problems, traits);
  }

  /** States the properties that distinguish the operation from others with its method. */
  public Operation is(Trait first, Trait... rest) {
    Set<Trait> all = EnumSet.of(first, rest);
    return new Operation(method, path, id, tag, summary, details, body, query, responses, own, all);
  }

  boolean isRepeatable() {
    return method.equals("POST") && !traits.contains(Trait.READ_ONLY);
  }

  boolean isConditional() {
    return traits.contains(Trait.CONDITIONAL);
  }

  boolean isTagged() {
    return traits.contains(Trait.TAGGED);
  }

  /** Returns the names of the path variables. */
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(variable -> variable.group(1)).toList();
  }

  /** Returns every problem that the operation can respond with. */
  Set<ProblemType> problems(Credentials credentials) {
    Set<ProblemType> problems = EnumSet.of(ProblemType.INTERNAL_ERROR);
    problems.addAll(own);
    problems.addAll(credentials.problems());
    variables().stream().filter(name -> name.endsWith(ID)).forEach(name -> problems.addAll(ofId(name)));
    if (Query.isStrict(path)) {
      problems.add(ProblemType.VALIDATION_FAILED);
      problems.add(ProblemType.REQUEST_MALFORMED);
    }
    body.ifPresent(sent -> {
      problems.addAll(OF_A_BODY);
      if (sent.form() == Form.CLOSED_OBJECT) {
        problems.add(ProblemType.UNKNOWN_FIELD);
      }
    });
    if (isRepeatable()) {
      problems.addAll(OF_A_REPETITION);
    }
    if (isConditional()) {
      problems.add(ProblemType.VALIDATION_FAILED);
      problems.add(ProblemType.VERSION_CONFLICT);
    }
    return problems;
  }

  private static Set<ProblemType> ofId(String variable) {
    String thing = variable.substring(0, variable.length() - ID.length());
    ProblemType unknown = ProblemType.coded(thing + "_not_found")
        .orElseThrow(() -> new IllegalStateException("No problem says that there is no such " + thing));
    return unknown == ProblemType.CAMPAIGN_NOT_FOUND
        ? EnumSet.of(unknown, ProblemType.CAMPAIGN_ACCESS_DENIED)
        : EnumSet.of(unknown);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package dev.latchkey.adapters.rest.description;

import dev.latchkey.adapters.rest.access.Requirement;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.Items;
import dev.latchkey.adapters.rest.kit.input.ObjectDecoder;
import dev.latchkey.adapters.rest.kit.input.Query;
import dev.latchkey.adapters.rest.kit.input.Schema;
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
record Operation(
    String method,
    String path,
    String id,
    String tag,
    String summary,
    String details,
    Optional<Body> body,
    Map<String, Schema> query,
    List<ResponseSpec> responses,
    Set<ProblemType> own,
    Set<Trait> traits) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String ID = "_id";

  private static final Set<ProblemType> OF_A_KEY = EnumSet.of(
      ProblemType.CREDENTIALS_MISSING, ProblemType.CREDENTIALS_MALFORMED, ProblemType.KEY_MALFORMED,
      ProblemType.KEY_INVALID, ProblemType.TOO_MANY_FAILURES, ProblemType.KEY_DISABLED, ProblemType.KEY_EXPIRED,
      ProblemType.KEY_NOT_YET_VALID,
      ProblemType.TENANT_SUSPENDED, ProblemType.ADDRESS_NOT_ALLOWED, ProblemType.RATE_LIMITED,
      ProblemType.VERIFICATION_UNAVAILABLE, ProblemType.STORE_UNAVAILABLE);

  private static final Set<ProblemType> OF_THE_OPERATOR = EnumSet.of(
      ProblemType.CREDENTIALS_MISSING, ProblemType.CREDENTIALS_MALFORMED, ProblemType.OPERATOR_TOKEN_INVALID,
      ProblemType.TOO_MANY_FAILURES, ProblemType.STORE_UNAVAILABLE);

  private static final Set<ProblemType> OF_A_BODY = EnumSet.of(
      ProblemType.BODY_MALFORMED, ProblemType.VALIDATION_FAILED, ProblemType.BODY_TOO_LARGE,
      ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.UNSUPPORTED_CONTENT_ENCODING);

  private static final Set<ProblemType> OF_A_REPETITION = EnumSet.of(
      ProblemType.VALIDATION_FAILED, ProblemType.IDEMPOTENCY_IN_PROGRESS, ProblemType.IDEMPOTENCY_KEY_REUSED);

  /**
   * A request body.
   *
   * @param name name of its schema
   * @param example valid JSON
   */
  record Body(String name, ObjectDecoder<?> shape, Form form, String example) {

    Schema schema() {
      return switch (form) {
        case OBJECT -> FieldDecoder.object(shape).schema().named(name);
        case CLOSED_OBJECT -> FieldDecoder.object(shape).schema().named(name).strictly();
        case ARRAY -> Items.schema(FieldDecoder.object(shape).schema().named(one())).named(name);
      };
    }

    /** Returns the name of one item of the array. */
    private String one() {
      return name.replaceFirst("s$", "");
    }
  }

  /** Form of a request body. */
  enum Form {
    /** Unknown members are ignored. */
    OBJECT,
    /** Unknown members are rejected. */
    CLOSED_OBJECT,
    /** An array of objects, each validated separately. */
    ARRAY
  }

  /** Property that distinguishes an operation from others with its method. */
  enum Trait {
    /** A POST that changes nothing, so that it needs no Idempotency-Key. */
    ONLY_ASKS,
    /** The operation honours If-Match. */
    CONDITIONAL
  }

  static Operation of(String method, String path, String id, String tag, String summary) {
    return new Operation(
        method, path, id, tag, summary, "", Optional.empty(), Map.of(), List.of(), Set.of(), Set.of());
  }

  /** Adds sentences to the description. */
  Operation noting(String sentences) {
    return new Operation(method, path, id, tag, summary, sentences, body, query, responses, own, traits);
  }

  /** Adds a request body whose unknown members are ignored. */
  <T> Operation taking(String name, ObjectDecoder<T> shape, String example) {
    return taking(new Body(name, shape, Form.OBJECT, example));
  }

  /** Adds a request body whose unknown members are rejected. */
  <T> Operation takingStrictly(String name, ObjectDecoder<T> shape, String example) {
    return taking(new Body(name, shape, Form.CLOSED_OBJECT, example));
  }

  /** Adds a request body that is an array of objects, each validated separately. */
  <T> Operation takingEach(String name, ObjectDecoder<T> shape, String example) {
    return taking(new Body(name, shape, Form.ARRAY, example));
  }

  private Operation taking(Body sent) {
    return new Operation(method, path, id, tag, summary, details, Optional.of(sent), query, responses, own, traits);
  }

  <T> Operation accepting(ObjectDecoder<T> shape) {
    return new Operation(
        method, path, id, tag, summary, details, body, new LinkedHashMap<>(Query.parameters(shape)), responses, own,
        traits);
  }

  Operation telling(int status, Class<?> data) {
    return telling(new ResponseSpec.Success(status, Optional.empty(), Optional.of(data)));
  }

  Operation telling(int status, String message) {
    return telling(new ResponseSpec.Success(status, Optional.of(message), Optional.empty()));
  }

  Operation telling(int status, String message, Class<?> data) {
    return telling(new ResponseSpec.Success(status, Optional.of(message), Optional.of(data)));
  }

  /** Adds a response with one result for each item. */
  Operation tellingEach(String message, Class<?> result) {
    return telling(new ResponseSpec.Results(message, result));
  }

  Operation listing(Class<?> item) {
    return telling(new ResponseSpec.Listing(item));
  }

  Operation telling(ResponseSpec more) {
    List<ResponseSpec> all = new ArrayList<>(responses);
    all.add(more);
    return new Operation(method, path, id, tag, summary, details, body, query, all, own, traits);
  }

  Operation refusing(ProblemType first, ProblemType... rest) {
    return new Operation(method, path, id, tag, summary, details, body, query, responses, EnumSet.of(first, rest),
        traits);
  }

  Operation that(Trait trait) {
    return new Operation(method, path, id, tag, summary, details, body, query, responses, own, EnumSet.of(trait));
  }

  boolean isRepeatable() {
    return method.equals("POST") && !traits.contains(Trait.ONLY_ASKS);
  }

  boolean isConditional() {
    return traits.contains(Trait.CONDITIONAL);
  }

  /** Returns the names of the path variables. */
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(variable -> variable.group(1)).toList();
  }

  /** Returns every problem that the operation can respond with. */
  Set<ProblemType> problems(Requirement requirement) {
    Set<ProblemType> problems = EnumSet.of(ProblemType.INTERNAL_ERROR);
    problems.addAll(own);
    switch (requirement) {
      case Requirement.Nothing() -> {
        // No credentials are required, so nothing is refused.
      }
      case Requirement.AnyKey() -> problems.addAll(OF_A_KEY);
      case Requirement.KeyWith _ -> {
        problems.addAll(OF_A_KEY);
        problems.add(ProblemType.PERMISSION_MISSING);
      }
      case Requirement.OperatorToken() -> problems.addAll(OF_THE_OPERATOR);
      case Requirement.Unstated() -> throw new IllegalStateException("%s %s is closed".formatted(method, path));
    }
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

package dev.latchkey.adapters.rest.kit.input;

import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Body of a request. It is known to be JSON; nothing else is checked yet. */
public record JsonBody(JsonNode content) {

  private static final String NO_BODY = "The request has no body. Send JSON.";

  /** Reads the body. Blocks until it has arrived, so it is never called on an event loop. */
  public static Input<JsonBody> of(HttpRequest<?> request) {
    return of(request, NO_BODY);
  }

  /**
   * Reads the body. Blocks until it has arrived, so it is never called on an event loop.
   *
   * @param withoutBody the detail of the problem if there is no body
   */
  public static Input<JsonBody> of(HttpRequest<?> request, String withoutBody) {
    try (CloseableAvailableByteBody body = ((ServerHttpRequest<?>) request).byteBody().buffer().join()) {
      return of(request, body.toByteArray(), withoutBody);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof ContentLengthExceededException) {
        return new Input.Unusable<>(Problem.of(ProblemType.BODY_TOO_LARGE));
      }
      throw failure;
    }
  }

  private static Input<JsonBody> of(HttpRequest<?> request, byte[] body, String withoutBody) {
    if (body.length == 0) {
      return new Input.Unusable<>(Problem.of(ProblemType.BODY_MALFORMED, withoutBody));
    }
    if (!JsonMediaType.allows(request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE))) {
      return new Input.Unusable<>(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }
    return switch (JsonText.read(body)) {
      case Input.Unusable(Problem problem) -> new Input.Unusable<>(problem);
      case Input.Usable(JsonNode content) -> new Input.Usable<>(new JsonBody(content));
    };
  }

  /** Reads the body of a request with {@link #read(ObjectDecoder, ResourceMembers)}. */
  public static <T> Input<T> read(HttpRequest<?> request, ObjectDecoder<T> shape, ResourceMembers resource) {
    return switch (of(request)) {
      case Input.Unusable(Problem problem) -> new Input.Unusable<>(problem);
      case Input.Usable(JsonBody body) -> body.read(shape, resource);
    };
  }

  /** Reads the body of a request with {@link #readStrictly(ObjectDecoder, ResourceMembers)}. */
  public static <T> Input<T> readStrictly(HttpRequest<?> request, ObjectDecoder<T> shape, ResourceMembers resource) {
    return switch (of(request)) {
      case Input.Unusable(Problem problem) -> new Input.Unusable<>(problem);
      case Input.Usable(JsonBody body) -> body.readStrictly(shape, resource);
    };
  }

  /** Reads an object; members that neither the decoder reads nor the resource has are ignored. */
  public <T> Input<T> read(ObjectDecoder<T> shape, ResourceMembers resource) {
    return read(shape, resource, JsonPath.top(false));
  }

  /** Reads an object that grants rights; members that neither the decoder reads nor the resource has are rejected. */
  public <T> Input<T> readStrictly(ObjectDecoder<T> shape, ResourceMembers resource) {
    return read(shape, resource, JsonPath.top(true));
  }

  /**
   * Reads an array whose items are validated separately; members that neither the decoder reads nor the resource has
   * are ignored.
   *
   * @param resource returns the members of the resource that an item is about; the item may be any JSON value
   */
  public <T> Input<Items<T>> readEach(ObjectDecoder<T> shape, Function<JsonNode, ResourceMembers> resource) {
    JsonPath top = JsonPath.top(false);
    if (!content.isArray()) {
      top.fault("wrong_type", "Must be an array.");
    } else if (content.size() < Items.FEWEST || content.size() > Items.MOST) {
      top.fault("out_of_range", "Must have " + Items.FEWEST + " to " + Items.MOST + " items.");
    }
    return top.isFaulty()
        ? new Input.Unusable<>(Problem.of(top.faults()))
        : new Input.Usable<>(Items.decode(content, shape, resource));
  }

  /** Returns a member as it was sent; empty if there is none. */
  public Optional<JsonNode> member(String name) {
    return content.isObject() ? Optional.ofNullable(content.get(name)) : Optional.empty();
  }

  /** Returns the body without any white space, so that its formatting makes no difference. */
  public byte[] bytes() {
    return JsonText.write(content);
  }

  private <T> Input<T> read(ObjectDecoder<T> shape, ResourceMembers resource, JsonPath top) {
    Optional<T> read = decode(shape, content, top, resource);
    return read.isPresent() && top.faults().isEmpty()
        ? new Input.Usable<>(read.get())
        : new Input.Unusable<>(Problem.of(top.faults()));
  }

  /** Decodes an object; empty if the value is not an object or has a field error. */
  static <T> Optional<T> decode(ObjectDecoder<T> shape, JsonNode value, JsonPath place, ResourceMembers resource) {
    if (!value.isObject()) {
      return place.fault("wrong_type", "Must be an object.");
    }
    JsonObjectReader object = new JsonObjectReader(value, place, resource);
    Optional<T> decoded = shape.read(object);
    object.finish();
    return decoded;
  }
}

package dev.latchkey.adapters.rest.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.latchkey.adapters.rest.answer.Problem;
import dev.latchkey.adapters.rest.answer.ProblemType;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as strictly as RFC 8259 has it, in UTF-8, without doubled members and not deep enough to drown in. */
final class JsonText {

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(32).maxNameLength(256).maxNumberLength(100).build())
      .build();

  private static final JsonNodeTreeCodec TREE = JsonNodeTreeCodec.getInstance()
      .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

  private JsonText() {}

  static Input<JsonNode> read(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return parse(text);
    } catch (CharacterCodingException notUtf8) {
      return malformed("The body is not UTF-8.");
    }
  }

  private static Input<JsonNode> parse(CharBuffer text) {
    try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
      if (parser.nextToken() == null) {
        return malformed("There is nothing in the body.");
      }
      JsonNode tree = TREE.readTree(parser);
      return parser.nextToken() == null
          ? new Input.Usable<>(tree)
          : malformed("Something stands behind the end of the JSON text.");
    } catch (StreamConstraintsException tooMuch) {
      return malformed("The JSON is too deep, or has a name or a number that is too long.");
    } catch (JsonProcessingException notJson) {
      JsonLocation place = notJson.getLocation();
      return malformed(
          "The JSON is broken, or names a member twice, at line %d, column %d."
              .formatted(place.getLineNr(), place.getColumnNr()));
    } catch (IOException | NumberFormatException unreadable) {
      return malformed("The JSON has a number that nobody can read.");
    }
  }

  /** The text without any white space. */
  static byte[] write(JsonNode node) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      TREE.writeTree(generator, node);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory takes every byte", impossible);
    }
    return bytes.toByteArray();
  }

  private static Input<JsonNode> malformed(String detail) {
    return new Input.Unusable<>(Problem.of(ProblemType.BODY_MALFORMED, detail));
  }
}

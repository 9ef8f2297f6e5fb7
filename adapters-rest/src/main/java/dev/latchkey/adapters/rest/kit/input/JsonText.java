package dev.latchkey.adapters.rest.kit.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.answer.ProblemType;
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
import org.jspecify.annotations.Nullable;

/** Parses JSON strictly by RFC 8259: in UTF-8, without duplicate members, of limited depth. */
public final class JsonText {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NUMBER = 100;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(LONGEST_NAME)
              .maxNumberLength(LONGEST_NUMBER).build())
      .build();

  private static final JsonNodeTreeCodec TREE = JsonNodeTreeCodec.getInstance()
      .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

  private JsonText() {}

  public static Input<JsonNode> read(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return parse(withoutByteOrderMark(text));
    } catch (CharacterCodingException notUtf8) {
      return malformed("The body is not UTF-8. Send it in UTF-8.");
    }
  }

  /** Removes the byte order mark, which RFC 8259, section 8.1, allows to ignore. */
  private static CharBuffer withoutByteOrderMark(CharBuffer text) {
    return !text.isEmpty() && text.get(0) == BYTE_ORDER_MARK ? text.slice(1, text.length() - 1) : text;
  }

  private static Input<JsonNode> parse(CharBuffer text) {
    try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
      if (parser.nextToken() == null) {
        return malformed("The body is empty. Send JSON.");
      }
      JsonNode tree = TREE.readTree(parser);
      return parser.nextToken() == null
          ? new Input.Usable<>(tree)
          : malformed(
              "The body continues after the end of the JSON" + at(parser.currentTokenLocation()) + " Remove it.");
    } catch (StreamConstraintsException tooMuch) {
      return malformed(excess(tooMuch) + at(tooMuch.getLocation()));
    } catch (JsonProcessingException notJson) {
      return malformed(fault(notJson) + at(notJson.getLocation()) + " Correct it.");
    } catch (IOException | NumberFormatException unreadable) {
      return malformed("The JSON contains a number whose exponent is out of range. Send a smaller one.");
    }
  }

  // The parser distinguishes its errors by their texts only, and these contain nothing of the body that is safe to
  // repeat.
  private static String excess(StreamConstraintsException tooMuch) {
    String text = tooMuch.getOriginalMessage();
    if (text.contains("nesting depth")) {
      return "The JSON must have at most " + DEEPEST + " levels of arrays and objects";
    }
    return text.contains("Name length")
        ? "The JSON must have names of at most " + LONGEST_NAME + " characters"
        : "The JSON must have numbers of at most " + LONGEST_NUMBER + " digits";
  }

  private static String fault(JsonProcessingException notJson) {
    return notJson.getOriginalMessage().startsWith("Duplicate field")
        ? "The JSON contains a member twice"
        : "The JSON is invalid";
  }

  private static String at(@Nullable JsonLocation place) {
    return place == null ? "." : " at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
  }

  /** Writes JSON without any white space. */
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

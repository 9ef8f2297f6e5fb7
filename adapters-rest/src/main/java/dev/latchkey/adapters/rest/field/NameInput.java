package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.Schema;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.NameFault;
import dev.latchkey.domain.NameReading;
import dev.latchkey.domain.Violation;
import java.util.Optional;
import java.util.function.Function;

/** Decoders of names that clients choose. */
public final class NameInput {

  private static final Schema SCHEMA = Schema.ofType("string")
      .with("minLength", 1)
      .with("maxLength", Name.LONGEST)
      .with("pattern", "^(?=.*\\S)[^\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F]*$")
      .saying(
          "1 to 100 characters, at least one of them visible, counted after Unicode normalisation (NFC) and with each "
              + "run of spaces as one. Control characters, format characters and API keys are rejected.");

  /** The name of a new record. */
  public static final FieldDecoder<Name> NEW = name(Name::read);

  private NameInput() {}

  /** Decodes a name that replaces another. */
  public static FieldDecoder<Name> replacing(Name current) {
    return name(text -> Name.read(text, current));
  }

  private static FieldDecoder<Name> name(Function<String, NameReading> rule) {
    return FieldDecoder.of(
        SCHEMA,
        (value, place) -> FieldDecoder.TEXT.read(value, place).flatMap(text -> switch (rule.apply(text)) {
          case Name name -> Optional.of(name);
          case NameFault reason -> {
            Violation fault = reason.fault();
            yield place.fault(fault.code(), fault.message());
          }
        }));
  }
}

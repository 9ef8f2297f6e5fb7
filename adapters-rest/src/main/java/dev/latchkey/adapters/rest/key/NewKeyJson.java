package dev.latchkey.adapters.rest.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latchkey.adapters.rest.kit.answer.ShownOnce;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.PlainKey;
import io.micronaut.serde.annotation.Serdeable;

/** A key's record together with the key itself, which is shown only once. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
final class NewKeyJson implements ShownOnce {

  private final KeyJson record;
  private final String key;

  private NewKeyJson(KeyJson record, String key) {
    this.record = record;
    this.key = key;
  }

  static NewKeyJson of(ApiKey key, PlainKey plain, KeyState state) {
    return new NewKeyJson(KeyJson.of(key, state), plain.reveal());
  }

  @JsonUnwrapped
  public KeyJson getRecord() {
    return record;
  }

  public String getKey() {
    return key;
  }

  @Override
  public KeyJson withoutSecret() {
    return record;
  }

  @Override
  public String toString() {
    return "NewKeyJson[" + record.maskedKey() + "]";
  }
}

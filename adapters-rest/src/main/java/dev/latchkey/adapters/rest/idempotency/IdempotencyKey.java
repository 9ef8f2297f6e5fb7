package dev.latchkey.adapters.rest.idempotency;

import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.adapters.rest.kit.answer.Problem;
import dev.latchkey.adapters.rest.kit.input.Input;
import dev.latchkey.adapters.rest.kit.input.JsonBody;
import io.micronaut.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's own name for a request that it may send again. */
public record IdempotencyKey(String text) {

  private static final String HEADER = "Idempotency-Key";
  private static final String HMAC = "HmacSHA256";
  private static final Pattern FIT = Pattern.compile("[\\x21-\\x7E]{1,255}");

  /** Reads the key; empty if the request has none. */
  static Input<Optional<IdempotencyKey>> of(HttpHeaders headers) {
    List<String> values = headers.getAll(HEADER);
    if (values.isEmpty()) {
      return new Input.Usable<>(Optional.empty());
    }
    return values.size() == 1 && FIT.matcher(values.getFirst()).matches()
        ? new Input.Usable<>(Optional.of(new IdempotencyKey(values.getFirst())))
        : new Input.Unusable<>(Problem.of(List.of(new InputFault("/" + HEADER, "invalid_idempotency_key",
            "Must be sent once and have 1 to 255 visible ASCII characters."))));
  }

  /**
   * Returns a digest of the body. It depends on this key, which is not stored in clear text, so that a password in the
   * body cannot be guessed from the stored digest.
   */
  public String fingerprint(JsonBody body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(body.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }
}

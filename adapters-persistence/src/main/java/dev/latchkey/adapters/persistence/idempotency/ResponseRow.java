package dev.latchkey.adapters.persistence.idempotency;

import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.jdbc.Json;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.out.ForRecordingResponses.Remembered;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored request and its response.
 *
 * @param id see {@link #id(IdempotentRequest)}
 * @param owner a digest of the owner's name; null in rows of version 0.1.0
 * @param status null while the request is in progress, as are the content type, the headers and the body
 * @param headers by name, as JSON; null in rows of version 0.1.0
 * @param size in bytes; 0 while the request is in progress
 */
@MappedEntity("remembered_answer")
public record ResponseRow(
    @Id String id,
    @Nullable String owner,
    String fingerprint,
    @Nullable Integer status,
    @Nullable String contentType,
    @Nullable String headers,
    @Nullable String body,
    long size,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant rememberedTill) {

  static ResponseRow claimed(IdempotentRequest request, String fingerprint, Instant until) {
    return new ResponseRow(id(request), owner(request), fingerprint, null, null, null, null, 0, until);
  }

  /** Returns a digest of the owner, the route and the idempotency key, so that values of any length fit an index. */
  public static String id(IdempotentRequest request) {
    return digest(String.join("\n", request.owner(), request.route(), request.idempotencyKey()));
  }

  public static String owner(IdempotentRequest request) {
    return digest(request.owner());
  }

  private static String digest(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  Remembered toRemembered() {
    return new Remembered(fingerprint, answer());
  }

  private Optional<StoredResponse> answer() {
    return status == null || contentType == null || body == null
        ? Optional.empty()
        : Optional.of(new StoredResponse(status, contentType, Json.readTexts(headers), body));
  }
}

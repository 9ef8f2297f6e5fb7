package dev.latchkey.adapters.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.domain.access.Credential;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.key.KeyState;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What came of verifying a key. Nothing is told of one that is refused but why. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationJson(boolean valid, String code, @Nullable KeyJson key, @Nullable TenantJson tenant) {

  public static VerificationJson of(Verification verification) {
    return switch (verification) {
      case Verification.Valid(Credential credential) ->
        new VerificationJson(
            true,
            ExplanationJson.GRANTED,
            KeyJson.of(credential.key(), KeyState.IN_FORCE),
            TenantJson.of(credential.tenant()));
      case Verification.Invalid(Refusal refusal) -> new VerificationJson(false, refusal.code(), null, null);
    };
  }
}

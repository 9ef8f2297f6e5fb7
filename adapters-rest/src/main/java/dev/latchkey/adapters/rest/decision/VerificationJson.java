package dev.latchkey.adapters.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.access.RefusalText;
import dev.latchkey.adapters.rest.key.KeyJson;
import dev.latchkey.adapters.rest.tenant.TenantJson;
import dev.latchkey.application.port.in.ForCheckingAccess.Verification;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.key.KeyState;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Result of verifying a key. For a refused key, only the reason is given.
 *
 * @param cacheSeconds time for which the response may be reused, in seconds
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationJson(
    boolean valid,
    @MayBePrinted("The code of the result.") String code,
    String detail,
    @Nullable KeyJson key,
    @Nullable TenantJson tenant,
    int cacheSeconds) {

  private static final String MAY_BE_USED = "The key may be used for this request.";

  static VerificationJson of(Verification verification) {
    return switch (verification) {
      case Verification.Valid(StoredKey credential, Duration reusableFor) ->
        new VerificationJson(
            true,
            ExplanationJson.GRANTED,
            MAY_BE_USED,
            KeyJson.of(credential.key(), KeyState.IN_FORCE),
            TenantJson.of(credential.tenant()),
            Math.toIntExact(reusableFor.toSeconds()));
      case Verification.Invalid(Refusal refusal) ->
        new VerificationJson(false, refusal.code(), RefusalText.KEY_IN_BODY.of(refusal).detail(), null, null, 0);
    };
  }
}

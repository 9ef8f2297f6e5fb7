package dev.latchkey.domain.campaign;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The agent of a campaign's calls and the numbers that they come from.
 *
 * @param phoneNumberPoolId present only if the dialer is a pool
 */
public record Dialing(
    String assistantId,
    String tenantVoiceProviderId,
    DialerType dialerType,
    Optional<CallingEntity> callingEntity,
    Optional<String> phoneNumberId,
    Optional<String> phoneNumberPoolId) {

  /** Returns the external ids, each under its field's name in the API. */
  SequencedMap<String, String> references() {
    SequencedMap<String, String> references = new LinkedHashMap<>();
    references.put("assistant_id", assistantId);
    references.put("tenant_voice_provider_id", tenantVoiceProviderId);
    phoneNumberId.ifPresent(id -> references.put("phone_number_id", id));
    phoneNumberPoolId.ifPresent(id -> references.put("phone_number_pool_id", id));
    return references;
  }
}

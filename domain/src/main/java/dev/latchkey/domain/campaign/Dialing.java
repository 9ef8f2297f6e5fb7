package dev.latchkey.domain.campaign;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Who speaks on a campaign's calls, and from which numbers.
 *
 * @param phoneNumberPoolId only where the dialer is a pool
 */
public record Dialing(
    String assistantId,
    String tenantVoiceProviderId,
    DialerType dialerType,
    Optional<CallingEntity> callingEntity,
    Optional<String> phoneNumberId,
    Optional<String> phoneNumberPoolId) {

  /** The ids that somebody else gave out, each under its field's name in the API. */
  SequencedMap<String, String> references() {
    SequencedMap<String, String> references = new LinkedHashMap<>();
    references.put("assistant_id", assistantId);
    references.put("tenant_voice_provider_id", tenantVoiceProviderId);
    phoneNumberId.ifPresent(id -> references.put("phone_number_id", id));
    phoneNumberPoolId.ifPresent(id -> references.put("phone_number_pool_id", id));
    return references;
  }
}

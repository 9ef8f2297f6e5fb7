package dev.latchkey.domain.campaign;

import java.util.Optional;

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
    Optional<String> phoneNumberPoolId) {}

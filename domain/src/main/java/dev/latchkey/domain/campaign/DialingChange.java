package dev.latchkey.domain.campaign;

import dev.latchkey.domain.FieldUpdate;
import java.util.Optional;

/**
 * A partial update of the agent and the numbers. Fields that it does not name keep their values. The kind of agent
 * never changes.
 */
public record DialingChange(
    FieldUpdate<String> assistantId,
    FieldUpdate<String> tenantVoiceProviderId,
    FieldUpdate<DialerType> dialerType,
    FieldUpdate<Optional<String>> phoneNumberId,
    FieldUpdate<Optional<String>> phoneNumberPoolId) {

  public static final DialingChange NONE = new DialingChange(
      FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep(), FieldUpdate.keep());

  Dialing of(Dialing current) {
    return new Dialing(
        assistantId.of(current.assistantId()),
        tenantVoiceProviderId.of(current.tenantVoiceProviderId()),
        dialerType.of(current.dialerType()),
        current.callingEntity(),
        phoneNumberId.of(current.phoneNumberId()),
        phoneNumberPoolId.of(current.phoneNumberPoolId()));
  }
}

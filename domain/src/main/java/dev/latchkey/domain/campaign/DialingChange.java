package dev.latchkey.domain.campaign;

import dev.latchkey.domain.Edit;
import java.util.Optional;

/** A partial update of who speaks and from which numbers: what it does not name stays. What speaks is fixed for life. */
public record DialingChange(
    Edit<String> assistantId,
    Edit<String> tenantVoiceProviderId,
    Edit<DialerType> dialerType,
    Edit<Optional<String>> phoneNumberId,
    Edit<Optional<String>> phoneNumberPoolId) {

  public static final DialingChange NONE = new DialingChange(
      Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());

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

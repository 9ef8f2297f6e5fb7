package dev.latchkey.adapters.cli;

import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.id.TenantId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a tenant's audit trail, to be written down elsewhere: {@code Tenant:123/42/9f86…}, which is the tenant, the
 * number of its events and the hash of the last one.
 */
record WrittenHead(TenantId tenant, ChainHead head) {

  private static final Pattern FORM = Pattern.compile("(.{1,80})/([0-9]{1,18})/([0-9a-f]{64})");

  /** Reads what {@link #text} wrote; the tenant in any form that the API takes. Empty where the text is no head. */
  static Optional<WrittenHead> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? PublicId.tenant(parts.group(1))
            .map(tenant -> new WrittenHead(tenant, new ChainHead(Long.parseLong(parts.group(2)), parts.group(3))))
        : Optional.empty();
  }

  String text() {
    return "Tenant:" + tenant.value() + "/" + head.sequence() + "/" + head.hash();
  }
}

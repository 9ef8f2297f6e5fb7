package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.AddressRange;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The decoded why form, with its field errors. */
record WhyForm(
    PastedSubject pasted,
    Permission permission,
    Optional<CampaignId> campaign,
    Optional<InetAddress> address,
    Optional<Instant> at,
    WhyQuestion typed,
    FormErrors faults) {

  static WhyForm read(Form form) {
    Map<String, String> faults = new HashMap<>();
    PastedSubject pasted = PastedSubject.read(text(form, "subject"));
    if (pasted instanceof PastedSubject.Nothing) {
      faults.put("subject", "why.fault.subject");
    }
    Optional<Permission> permission = Permission.labelled(text(form, "permission"));
    if (permission.isEmpty()) {
      faults.put("permission", "why.fault.permission");
    }
    Optional<CampaignId> campaign = PublicId.campaign(text(form, "campaign"));
    if (campaign.isEmpty() && !text(form, "campaign").isEmpty()) {
      faults.put("campaign", "why.fault.campaign");
    }
    Optional<InetAddress> address = AddressRange.address(text(form, "address"));
    if (address.isEmpty() && !text(form, "address").isEmpty()) {
      faults.put("address", "why.fault.address");
    }
    Optional<Instant> at = moment(text(form, "at"));
    if (at.isEmpty() && !text(form, "at").isEmpty()) {
      faults.put("at", "why.fault.at");
    }
    WhyQuestion typed = new WhyQuestion(
        "", text(form, "permission"), text(form, "campaign"), text(form, "address"), text(form, "at"));
    return new WhyForm(
        pasted,
        permission.orElse(Permission.LEADS_READ),
        campaign,
        address,
        at,
        typed,
        new FormErrors(faults));
  }

  Supposition about(KeyId key) {
    return new Supposition(key, permission, campaign, address, at);
  }

  /** Returns the fields to show again: all typed values, with {@code subject} instead of the pasted text. */
  WhyQuestion shown(String subject) {
    return typed.about(subject);
  }

  private static String text(Form form, String field) {
    return form.field(field).orElse("").strip();
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

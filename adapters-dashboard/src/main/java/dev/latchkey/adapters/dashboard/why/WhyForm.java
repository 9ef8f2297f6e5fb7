package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormMoment;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** The decoded why form. */
sealed interface WhyForm {

  /** The fields to show again, without the pasted text. */
  WhyQuestion typed();

  record Invalid(WhyQuestion typed, FormErrors faults) implements WhyForm {}

  record Valid(
      WhyQuestion typed,
      PastedSubject pasted,
      Permission permission,
      Optional<CampaignId> campaign,
      Optional<InetAddress> address,
      Optional<Instant> at) implements WhyForm {

    Supposition about(KeyId key) {
      return new Supposition(key, permission, campaign, address, at);
    }
  }

  static WhyForm read(Form form, Language language) {
    WhyQuestion typed = new WhyQuestion(
        "", form.text("permission"), form.text("campaign"), form.text("address"), form.text("at"));
    FormErrors faults = new FormErrors(language);
    Optional<PastedSubject> pasted = faults.require(
        "subject", PastedSubject.read(form.text("subject")), "why.fault.subject");
    Optional<Permission> permission = faults.require(
        "permission", Permission.labelled(typed.permission()), "why.fault.permission");
    Optional<CampaignId> campaign = PublicId.campaign(typed.campaign());
    if (campaign.isEmpty() && !typed.campaign().isEmpty()) {
      faults.add("campaign", "why.fault.campaign");
    }
    Optional<InetAddress> address = AddressRange.address(typed.address());
    if (address.isEmpty() && !typed.address().isEmpty()) {
      faults.add("address", "why.fault.address");
    }
    Optional<Optional<Instant>> at = faults.require("at", FormMoment.read(typed.at()), "why.fault.at");
    return faults.any()
        ? new Invalid(typed, faults)
        : new Valid(typed, pasted.orElseThrow(), permission.orElseThrow(), campaign, address, at.orElseThrow());
  }
}

package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.domain.grant.Permission;

/** The form that asks why, as it was filled in. The subject never holds more of a key than its public part. */
public record WhyQuestion(String subject, String permission, String campaign, String address, String at) {

  public static final WhyQuestion BLANK = new WhyQuestion("", Permission.LEADS_READ.label(), "", "", "");

  public WhyQuestion about(String other) {
    return new WhyQuestion(other, permission, campaign, address, at);
  }
}

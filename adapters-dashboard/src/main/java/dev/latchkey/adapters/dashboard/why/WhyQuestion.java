package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.domain.grant.Permission;

/** The why form as filled in. The subject contains at most the public part of a key. */
public record WhyQuestion(String subject, String permission, String campaign, String address, String at) {

  public static final WhyQuestion BLANK = new WhyQuestion("", Permission.LEADS_READ.label(), "", "", "");

  public WhyQuestion about(String other) {
    return new WhyQuestion(other, permission, campaign, address, at);
  }
}

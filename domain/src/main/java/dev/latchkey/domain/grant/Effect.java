package dev.latchkey.domain.grant;

/** What a rule does where it applies. Deny wins over allow, whatever the order. */
public enum Effect {
  ALLOW,
  DENY
}

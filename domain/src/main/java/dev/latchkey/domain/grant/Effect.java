package dev.latchkey.domain.grant;

/** The effect of a matching rule. Deny wins over allow, in any order. */
public enum Effect {
  ALLOW,
  DENY
}

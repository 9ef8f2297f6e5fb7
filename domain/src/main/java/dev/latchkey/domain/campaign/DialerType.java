package dev.latchkey.domain.campaign;

/** Whether a campaign calls from one phone number or from a pool of them. */
public enum DialerType {
  SINGLE,
  POOL
}

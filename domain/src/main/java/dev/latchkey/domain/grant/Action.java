package dev.latchkey.domain.grant;

/** What is done to a campaign or its leads: {@code READ} guards GET, {@code WRITE} everything else. */
public enum Action {
  READ,
  WRITE
}

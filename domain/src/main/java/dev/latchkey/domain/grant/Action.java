package dev.latchkey.domain.grant;

/** The kind of access to a campaign or its leads. GET requires {@code READ}, every other method {@code WRITE}. */
public enum Action {
  READ,
  WRITE
}

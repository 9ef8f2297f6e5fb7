package dev.latchkey.domain.access;

/** Why an {@code Authorization} header holds no bearer credentials (RFC 6750, section 2.1). */
public enum CredentialFault {
  /** The scheme is not {@code Bearer}, or the key stands there without it. */
  SCHEME,
  /** {@code Bearer} stands there without a key. */
  NO_TOKEN,
  /** There is a space inside the key, or something behind it. */
  INNER_SPACE,
  /** The header was sent more than once. */
  SEVERAL,
  /** The header is longer than 512 characters. */
  TOO_LONG
}

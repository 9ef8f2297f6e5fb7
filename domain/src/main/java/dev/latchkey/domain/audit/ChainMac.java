package dev.latchkey.domain.audit;

/**
 * The message authentication code of an event or a head.
 *
 * @param keyVersion the version of the pepper from which the key was derived
 * @param value HMAC-SHA-256 in hexadecimal
 */
public record ChainMac(String keyVersion, String value) {}

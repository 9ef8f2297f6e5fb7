package dev.latchkey.domain.access;

/** The result of an access check: an admitted caller or a refusal. */
public sealed interface AccessDecision permits Caller, Refusal {}

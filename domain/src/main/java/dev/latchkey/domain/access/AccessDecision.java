package dev.latchkey.domain.access;

/** Who may come in, or why not. */
public sealed interface AccessDecision permits Caller, Refusal {}

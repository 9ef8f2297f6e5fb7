package dev.latchkey.domain.access;

/** The operator, or why not. */
public sealed interface OperatorDecision permits Operator, Refusal {}

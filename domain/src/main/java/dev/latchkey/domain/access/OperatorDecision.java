package dev.latchkey.domain.access;

/** The result of checking the operator token: the operator or a refusal. */
public sealed interface OperatorDecision permits Operator, Refusal {}

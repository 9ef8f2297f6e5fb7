package dev.latchkey.domain.tenant;

/** The result of validating a new password. */
public sealed interface PasswordReading permits ChosenPassword, PasswordFault {}

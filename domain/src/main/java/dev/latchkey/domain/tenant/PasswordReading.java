package dev.latchkey.domain.tenant;

/** The result of reading a text as a new password. */
public sealed interface PasswordReading permits ChosenPassword, PasswordFault {}

package dev.latchkey.domain;

/** The result of validating a text as a name. */
public sealed interface NameReading permits Name, NameFault {}

package dev.latchkey.domain;

/** The result of reading a text as a name. */
public sealed interface NameReading permits Name, NameFault {}

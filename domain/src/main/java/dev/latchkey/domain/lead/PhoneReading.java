package dev.latchkey.domain.lead;

/** The result of parsing a text as a phone number. */
public sealed interface PhoneReading permits PhoneNumber, PhoneFault {}

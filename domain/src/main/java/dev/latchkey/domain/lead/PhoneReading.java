package dev.latchkey.domain.lead;

/** The result of reading a text as a phone number. */
public sealed interface PhoneReading permits PhoneNumber, PhoneFault {}

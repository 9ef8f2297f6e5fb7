package dev.latchkey.domain.lead;

/** A change to one of a campaign's leads. */
public record LeadAlteration(LeadReference lead, LeadChange change) {}

package dev.latchkey.domain.access;

/** A campaign to act on, or why not. */
public sealed interface CampaignEntry permits CampaignScope, Refusal {}

package dev.latchkey.domain.access;

/** The result of entering a campaign: a scope to act in or a refusal. */
public sealed interface CampaignEntry permits CampaignScope, Refusal {}

package dev.latchkey.domain.access;

/** A tenant's affairs to act on, or why not. */
public sealed interface TenantEntry permits TenantScope, Refusal {}

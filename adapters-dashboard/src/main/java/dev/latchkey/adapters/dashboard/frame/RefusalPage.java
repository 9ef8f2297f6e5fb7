package dev.latchkey.adapters.dashboard.frame;

/**
 * Why a request was not served, and what to do.
 *
 * @param reason the start of the keys of its texts
 */
public record RefusalPage(Language language, String reason, String way) {}

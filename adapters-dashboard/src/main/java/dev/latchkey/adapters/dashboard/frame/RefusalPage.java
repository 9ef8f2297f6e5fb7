package dev.latchkey.adapters.dashboard.frame;

/**
 * Model of the page that shows why a request was not served, and what to do.
 *
 * @param way the URL that the page links to
 */
public record RefusalPage(Language language, PageRefusal reason, String way) {}
